package org.tongchou.platform.enrolment.person;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** Rows for many people, one statement a table. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredRegistry implements Registry {
    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final Region region;

    StoredRegistry(JdbcClient database, PersonalSecrets secrets, Region region) {
        this.database = database;
        this.secrets = secrets;
        this.region = region;
    }

    @Override
    public long begin(Actor actor, String kind, String summary, LocalDate effective, @Nullable Long batch) {
        return database.sql("""
                        insert into enrolment.act (kind, state, summary, effective, batch_id, entered_by, entered_name,
                            handled_by, handled_name, handled_at)
                        values (:kind, '已办结', :summary, :effective, :batch::bigint, :who, :name, :who, :name, now())
                        returning id""")
                .param("kind", kind)
                .param("summary", summary)
                .param("effective", effective)
                .param("batch", batch)
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Long> employers(long act, List<NewEmployer> rows) {
        return insert(act, rows, """
                insert into enrolment.employer (code, name, kind, county, registered, act_id)
                select code, name, kind, county, registered, :act
                from unnest(:code::text[], :name::text[], :kind::text[], :county::text[], :registered::date[])
                    as row (code, name, kind, county, registered)
                returning id""")
                .with("code", NewEmployer::code)
                .with("name", NewEmployer::name)
                .with("kind", NewEmployer::kind)
                .with("county", NewEmployer::county)
                .dates("registered", NewEmployer::registered)
                .ids();
    }

    @Override
    public List<Long> households(long act, List<NewHousehold> rows) {
        return insert(act, rows, """
                insert into enrolment.household (number, county, address, act_id)
                select number, county, address, :act
                from unnest(:number::text[], :county::text[], :address::text[]) as row (number, county, address)
                returning id""")
                .with("number", NewHousehold::number)
                .with("county", NewHousehold::county)
                .with("address", NewHousehold::address)
                .ids();
    }

    @Override
    public List<Long> persons(long act, List<NewPerson> rows) {
        Insert<NewPerson> insert = insert(act, rows, """
                insert into enrolment.person (id, number, name, certificate_type, certificate_hash, certificate_sealed,
                    certificate_masked, sex, born, county, household_id, relation, guardian_id, phone_sealed,
                    phone_masked, act_id)
                overriding system value
                select id, :region || lpad(id::text, 10, '0'), name, type, hash, sealed, masked, sex, born, county,
                    household, relation, guardian, phone, phone_masked, :act
                from (select nextval(pg_get_serial_sequence('enrolment.person', 'id')) as id, row.*
                    from unnest(:name::text[], :type::text[], :hash::bytea[], :sealed::bytea[], :masked::text[],
                        :sex::text[], :born::date[], :county::text[], :household::bigint[], :relation::text[],
                        :guardian::bigint[], :phone::bytea[], :phoneMasked::text[])
                        as row (name, type, hash, sealed, masked, sex, born, county, household, relation, guardian,
                            phone, phone_masked)) as numbered
                returning id""");
        return insert.with("name", NewPerson::name)
                .with("type", NewPerson::certificateType)
                .bytes("hash", row -> secrets.hash(row.idNumber()))
                .bytes("sealed", row -> secrets.seal(row.idNumber()))
                .with("masked", row -> PersonalSecrets.masked(row.idNumber()))
                .with("sex", NewPerson::sex)
                .dates("born", NewPerson::born)
                .with("county", NewPerson::county)
                .longs("household", NewPerson::householdId)
                .with("relation", NewPerson::relation)
                .longs("guardian", NewPerson::guardianId)
                .bytes("phone", row -> row.phone().isEmpty() ? null : secrets.seal(row.phone()))
                .with("phoneMasked", row -> PersonalSecrets.masked(row.phone()))
                .value("region", region.code())
                .ids();
    }

    @Override
    public void enrolments(long act, List<NewEnrolment> rows) {
        insert(act, rows, """
                insert into enrolment.enrolment (person_id, scheme, person_type, from_day, to_day, end_reason, employer_id,
                    county, fee_tier, act_id)
                select person, scheme, type, from_day, to_day, reason, employer, county, tier, :act
                from unnest(:person::bigint[], :scheme::text[], :type::text[], :from::date[], :to::date[],
                    :reason::text[], :employer::bigint[], :county::text[], :tier::text[])
                    as row (person, scheme, type, from_day, to_day, reason, employer, county, tier)
                returning id""")
                .longs("person", NewEnrolment::personId)
                .with("scheme", NewEnrolment::scheme)
                .with("type", NewEnrolment::personType)
                .dates("from", NewEnrolment::from)
                .dates("to", NewEnrolment::to)
                .with("reason", NewEnrolment::endReason)
                .longs("employer", NewEnrolment::employerId)
                .with("county", NewEnrolment::county)
                .with("tier", NewEnrolment::feeTier)
                .ids();
    }

    @Override
    public void identities(long act, List<NewIdentity> rows) {
        insert(act, rows, """
                insert into enrolment.identity (person_id, word, from_day, to_day, department, document, act_id)
                select person, word, from_day, to_day, department, document, :act
                from unnest(:person::bigint[], :word::text[], :from::date[], :to::date[], :department::text[],
                    :document::text[]) as row (person, word, from_day, to_day, department, document)
                returning id""")
                .longs("person", NewIdentity::personId)
                .with("word", NewIdentity::word)
                .dates("from", NewIdentity::from)
                .dates("to", NewIdentity::to)
                .with("department", NewIdentity::department)
                .with("document", NewIdentity::document)
                .ids();
    }

    @Override
    public void credits(long act, List<NewCredit> rows) {
        insert(act, rows, """
                insert into enrolment.credited (person_id, months, source, act_id)
                select person, months, source, :act
                from unnest(:person::bigint[], :months::bigint[], :source::text[]) as row (person, months, source)
                returning id""")
                .longs("person", NewCredit::personId)
                .longs("months", row -> (long) row.months())
                .with("source", NewCredit::source)
                .ids();
    }

    private <T> Insert<T> insert(long act, List<T> rows, String sql) {
        return new Insert<>(rows, database.sql(sql).param("act", act));
    }

    /** A statement whose rows are arrays, column by column. */
    private record Insert<T>(List<T> rows, JdbcClient.StatementSpec statement) {
        Insert<T> with(String name, Function<T, String> value) {
            return value(name, rows.stream().map(value).toArray(String[]::new));
        }

        Insert<T> longs(String name, Function<T, @Nullable Long> value) {
            return value(name, rows.stream().map(value).toArray(Long[]::new));
        }

        Insert<T> bytes(String name, Function<T, byte @Nullable []> value) {
            return value(name, rows.stream().map(value).toArray(byte[][]::new));
        }

        Insert<T> dates(String name, Function<T, @Nullable LocalDate> value) {
            return value(
                    name,
                    rows.stream()
                            .map(value)
                            .map(day -> day == null ? null : day.toString())
                            .toArray(String[]::new));
        }

        Insert<T> value(String name, Object value) {
            return new Insert<>(rows, statement.param(name, value));
        }

        List<Long> ids() {
            return statement.query(Long.class).list();
        }
    }
}
