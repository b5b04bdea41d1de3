-- One row per state of a ticket that names a signal. Codes are the ticket system's own; a cause that is not known here is UNKNOWN,
-- an action or a result that is not known here says nothing.
select
    records._record,
    concat('ticket-', records.Meldingsnr) as followup_id,
    records.Signaal as signal_id,
    'TICKET' as channel,
    coalesce(records.`Eerste reactie op`, records.`Aangemaakt op`) as said_at,
    to_date(from_utc_timestamp(coalesce(records.`Eerste reactie op`, records.`Aangemaakt op`), 'Europe/Amsterdam')) as said_date,
    records.Verkoper as said_by,
    case
        when records.`Opgelost op` is not null then 'DONE'
        when records.`Eerste reactie op` is not null then 'ACTED'
        else 'ACKNOWLEDGED'
    end as followup_status,
    case records.Oorzaak
        when 'PRIJS' then 'PRICE'
        when 'CONCURRENT' then 'COMPETITOR'
        when 'KLACHT' then 'COMPLAINT'
        when 'LEVERING' then 'SUPPLY'
        when 'VOORRAAD' then 'STOCKED_UP'
        when 'SEIZOEN' then 'SEASON'
        when 'MINDER_OMZET' then 'LESS_BUSINESS'
        when 'ASSORTIMENT' then 'RANGE_CHANGED'
        when 'GESTOPT' then 'ENDED'
        when 'ADMINISTRATIE' then 'ADMINISTRATIVE'
        when 'GROEI' then 'GROWTH'
        else case when records.Oorzaak is not null then 'UNKNOWN' end
    end as cause_code,
    case records.Actie
        when 'GEBELD' then 'CALLED'
        when 'BEZOCHT' then 'VISITED'
        when 'GEMAILD' then 'MAILED'
        when 'AANBOD' then 'OFFERED'
        when 'KLACHT_OPGELOST' then 'COMPLAINT_SOLVED'
        when 'GELEVERD' then 'DELIVERED'
        when 'AFSPRAAK' then 'AGREEMENT_CHANGED'
        when 'DOORGEGEVEN' then 'PASSED_ON'
        when 'NIETS' then 'NOTHING'
    end as action_code,
    case records.Resultaat
        when 'BESTELD' then 'ORDERED'
        when 'TOEGEZEGD' then 'PROMISED'
        when 'MINDER' then 'AGREED_LESS'
        when 'VERLOREN' then 'LOST'
        when 'GOED' then 'NOTHING_WRONG'
        when 'ONBEKEND' then 'PENDING'
    end as outcome_code,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_tickets as records
where records.Signaal is not null
