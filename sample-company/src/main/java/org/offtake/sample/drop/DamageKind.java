package org.offtake.sample.drop;

/** What can be wrong with a record, and the reason a warehouse is expected to give. */
public enum DamageKind {
    TOO_SHORT("too_few_fields"),
    WRONG_DECIMAL("not_a_number"),
    TEXT_QUANTITY("not_a_number"),
    MONTH_13("not_a_date"),
    MISSING_CUSTOMER("missing_value"),
    /** Nothing is wrong with the record: it is accepted, and the product becomes an inferred member. */
    UNKNOWN_PRODUCT("inferred_member"),
    /** The record stands twice in the file; the line given is the second one. */
    DUPLICATE("duplicate");

    private final String reasonCode;

    DamageKind(String reasonCode) {
        this.reasonCode = reasonCode;
    }

    public String reasonCode() {
        return reasonCode;
    }
}
