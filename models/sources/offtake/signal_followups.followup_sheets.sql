-- One row per row of a sheet; a choice is the code before the dash. A row without a status says nothing yet; one without a name is
-- of the salesperson whose signal it is.
-- The same sheet that comes back again says it anew, so that a row is filled in as things go.
select
    records._record,
    concat_ws('-', 'sheet', records.`Blad / Sheet`, records.`Signaal / Signal`) as followup_id,
    records.`Signaal / Signal` as signal_id,
    'SHEET' as channel,
    coalesce(records.`Dag / Day`, records.`Gemaakt op / Made on`) as said_date,
    coalesce(records.`Naam / Name`, records.`Verkoper / Salesperson`) as said_by,
    coalesce(upper(trim(split_part(records.`Stand / Status`, ' - ', 1))), 'NOT_YET') as followup_status,
    upper(trim(split_part(records.`Oorzaak / Cause`, ' - ', 1))) as cause_code,
    upper(trim(split_part(records.`Actie / Action`, ' - ', 1))) as action_code,
    upper(trim(split_part(records.`Resultaat / Outcome`, ' - ', 1))) as outcome_code,
    records.`Verwacht terug per jaar / Expected back a year` as expected_amount,
    records.`Valuta / Currency` as currency_code,
    records.`Gemaakt op / Made on` as sheet_date
from bronze.offtake_followup_sheets as records
