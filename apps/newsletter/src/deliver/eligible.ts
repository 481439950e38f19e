/**
 * The condition, in SQL, under which subscriber `s` may get a mail of mailing `m` now. It is asked when the
 * audience is counted and again by the commit that precedes the last byte of a mail, so that leaving wins.
 * Somebody who was erased may ask to join again, nobody else on the suppression list gets even that mail.
 */
export const mayReceive = `(
  (case m.kind
    when 'confirmation' then s.state in ('pending','left','active')
    when 'goodbye' then s.state = 'left'
    else s.state = 'active' and s.paused_until <= {now} end)
  and not exists (select 1 from suppression x where x.address_hash = s.address_hash
    and not (m.kind = 'confirmation' and x.reason = 'erased')))`
