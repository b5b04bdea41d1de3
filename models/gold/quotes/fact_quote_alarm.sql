-- One row per quote that waits for an answer too long or is about to expire without one, and per quote with more discount than a
-- salesperson may give. Only the latest version counts, and only quotes for a customer.
-- A quote without an answer is due on a day that is known when it goes out; the answer takes the row away or ends it. One that is
-- about to expire is no longer told as open.
-- What is off the list price, where there is one; else the discount.
with priced as (
    select
        offered.*,
        case when offered.list_price > 0 then offered.list_price else offered.unit_price end as full_price,
        case
            when offered.list_price > 0
                then 100 * (1 - offered.unit_price * (1 - offered.discount_percent / 100) / offered.list_price)
            else offered.discount_percent
        end as off_percent
    from gold.fact_quote_line as offered
),

quotes as (
    select
        lines.source_system,
        lines.company_code,
        lines.party_id,
        lines.quote_id,
        min(lines.currency_code) as currency_code,
        min(lines.quote_status) as quote_status,
        min(lines.sent_date) as sent_date,
        min(lines.valid_until_date) as valid_until_date,
        case
            when min(lines.decided_date) is not null then min(lines.decided_date)
            when min(lines.quote_status) <> 'SENT' then coalesce(date_add(min(lines.valid_until_date), 1), min(lines.sent_date))
        end as decided_date,
        cast(sum(lines.net_amount) as decimal(20, 4)) as offered_amount,
        max(lines.off_percent) as discount_percent,
        cast(
            round(sum(lines.quantity * lines.full_price * greatest(0, lines.off_percent - mandate.threshold) / 100), 2)
            as decimal(20, 4)
        ) as beyond_amount,
        case when min(lines.valid_until_date) is not null then greatest(
            min(lines.sent_date), date_sub(min(lines.valid_until_date), cast(coalesce(min(expiry.window_days), 0) as int))
        ) end as expires_date
    from priced as lines
    left join seed.signal_rules as mandate
        on mandate.signal_kind = 'DISCOUNT'
    left join seed.signal_rules as expiry
        on expiry.signal_kind = 'QUOTE_EXPIRES'
    where
        lines.is_latest
        and lines.party_id is not null
    group by lines.source_system, lines.company_code, lines.party_id, lines.quote_id
),

-- What may be told of each: its kind, the first and the last day of telling, and the money.
kinds as (
    select
        quotes.*,
        rules.signal_kind,
        case rules.signal_kind
            when 'QUOTE_OPEN' then date_add(quotes.sent_date, cast(coalesce(rules.wait_days, 0) as int))
            when 'QUOTE_EXPIRES' then quotes.expires_date
            else quotes.sent_date
        end as alarm_date,
        case rules.signal_kind
            when 'QUOTE_EXPIRES' then date_add(quotes.valid_until_date, 1)
            else least(
                date_add(quotes.sent_date, cast(coalesce(rules.wait_days, 0) + greatest(1, coalesce(rules.keep_days, 30)) as int)),
                case rules.signal_kind when 'QUOTE_OPEN' then quotes.expires_date else date_add(quotes.valid_until_date, 1) end
            )
        end as last_date,
        case rules.signal_kind when 'DISCOUNT' then quotes.beyond_amount else quotes.offered_amount end as stake_amount
    from quotes
    inner join seed.signal_rules as rules
        on rules.signal_kind in ('QUOTE_OPEN', 'QUOTE_EXPIRES', 'DISCOUNT')
    where case rules.signal_kind
        when 'QUOTE_OPEN' then true
        when 'QUOTE_EXPIRES' then quotes.expires_date is not null
        else quotes.discount_percent > rules.threshold
    end
)

select
    kinds.signal_kind,
    kinds.source_system,
    kinds.company_code,
    kinds.quote_id,
    kinds.party_id,
    kinds.sent_date as since_date,
    kinds.alarm_date,
    least(kinds.decided_date, kinds.last_date) as end_date,
    case
        when coalesce(kinds.decided_date > kinds.last_date, true) then 'TOLD_LONG'
        when kinds.quote_status = 'EXPIRED' then 'EXPIRED'
        else 'DECIDED'
    end as end_reason,
    kinds.stake_amount,
    kinds.currency_code,
    case kinds.signal_kind when 'QUOTE_EXPIRES' then kinds.valid_until_date else kinds.sent_date end as item_date,
    concat_ws(': ', kinds.quote_id, case when kinds.signal_kind = 'DISCOUNT' then format_number(kinds.discount_percent, '0.##') end)
        as item
from kinds
where kinds.alarm_date < least(kinds.decided_date, kinds.last_date)
