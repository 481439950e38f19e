/**
 * The store's tables, as one list of steps: a step that has been released is never edited, the next one is added
 * below it. Portable SQL: text and bigint only, times in milliseconds, no sequences, triggers or JSON operators.
 *
 * An address stands in `subscriber` alone, so that forgetting one is one row. `delivery` is the queue and the
 * ledger at once: one row for each recipient of each mailing.
 */
export const schemaSteps: readonly string[] = [
  `create table mailing (
     id text primary key,
     ref text not null unique,
     kind text not null,
     slug text not null,
     source text not null,
     sealed_at bigint not null,
     due_at bigint not null,
     expires_at bigint not null,
     state text not null check (state in ('sending','paused','done','attention','canceled','missed')),
     audience bigint not null,
     note text);
   create table variant (
     mailing text not null references mailing(id),
     id text not null,
     message text not null,
     primary key (mailing, id));
   create table choice (
     mailing text not null references mailing(id),
     preference text not null,
     variant text not null,
     primary key (mailing, preference));
   create table subscriber (
     id text primary key,
     address text not null,
     address_key text not null unique,
     address_hash text not null,
     new_address text,
     domain text not null,
     state text not null check (state in ('pending','active','left','bounced','complained')),
     frequency text not null default 'daily' check (frequency in ('daily','weekly')),
     preference text not null default '',
     paused_until bigint not null default 0,
     created_at bigint not null,
     confirmed_at bigint,
     left_at bigint,
     asked_at bigint not null default 0,
     asked bigint not null default 0,
     soft_score bigint not null default 0,
     soft_day text);
   create index subscriber_hash on subscriber (address_hash);
   create index subscriber_state on subscriber (state, frequency);
   create table confirmation (
     token_sha256 text primary key,
     subscriber text not null,
     expires_at bigint not null,
     used_at bigint);
   create index confirmation_subscriber on confirmation (subscriber);
   create table consent (
     id text primary key,
     subscriber text not null,
     kind text not null,
     at bigint not null,
     wording_sha256 text,
     evidence text);
   create index consent_subscriber on consent (subscriber);
   create table suppression (
     address_hash text primary key,
     reason text not null,
     at bigint not null);
   create table delivery (
     mailing text not null references mailing(id),
     subscriber text not null,
     domain text not null,
     variant text not null,
     state text not null default 'pending' check (state in
       ('pending','claimed','inflight','sent','failed','uncertain','skipped','expired','unmatched')),
     attempts bigint not null default 0,
     crashes bigint not null default 0,
     resends bigint not null default 0,
     due_at bigint not null,
     lease_by text,
     lease_until bigint,
     code text,
     reply text,
     remote_id text,
     updated_at bigint not null,
     primary key (mailing, subscriber));
   create index delivery_due on delivery (due_at, subscriber) where state = 'pending';
   create index delivery_lease on delivery (lease_until) where state in ('claimed','inflight');
   create index delivery_open on delivery (mailing) where state in ('pending','claimed','inflight');
   create index delivery_subscriber on delivery (subscriber);
   create table gate (
     key text primary key,
     open_at bigint not null,
     failures bigint not null,
     reason text)`,
]
