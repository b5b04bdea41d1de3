create table mart.report_followup_code (code_kind text, code text, code_order bigint, text_nl text, text_en text);
create table mart.report_signal_followup (
    followup_id text, signal_id text, channel text, said_at timestamptz, said_date date, said_by text, followup_status text,
    cause_code text, action_code text, outcome_code text, expected_amount numeric(20, 4), currency_code text
);
