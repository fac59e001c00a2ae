package org.tongchou.platform.enrolment.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;

/** The employers in the database. */
@Component
class StoredEmployers implements Employers {
    private static final String SELECT =
            "select id, code, name, kind, county, registered, closed from enrolment.employer";

    private final JdbcClient database;

    StoredEmployers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Employer> find(long id) {
        return database.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(StoredEmployers::read)
                .optional();
    }

    @Override
    public Optional<Employer> byCode(String code) {
        return database.sql(SELECT + " where code = :code")
                .param("code", code)
                .query(StoredEmployers::read)
                .optional();
    }

    @Override
    public List<Employer> all(Collection<Long> ids) {
        return database.sql(SELECT + " where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query(StoredEmployers::read)
                .list();
    }

    @Override
    public Map<String, Long> idsByCode(Collection<String> codes) {
        Map<String, Long> found = new HashMap<>();
        database.sql("select code, id from enrolment.employer where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        return found;
    }

    @Override
    public List<Employer> in(Collection<String> counties) {
        return database.sql(SELECT + " where county = any(:counties) order by code")
                .param("counties", counties.toArray(String[]::new))
                .query(StoredEmployers::read)
                .list();
    }

    static Employer read(ResultSet row, int number) throws SQLException {
        return new Employer(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("county"),
                row.getObject("registered", LocalDate.class),
                row.getObject("closed", LocalDate.class));
    }
}
