-- One row per thing that can be said of a signal, in Dutch and English.
select
    codes.code_kind,
    codes.code,
    codes.code_order,
    codes.text_nl,
    codes.text_en
from seed.followup_codes as codes
