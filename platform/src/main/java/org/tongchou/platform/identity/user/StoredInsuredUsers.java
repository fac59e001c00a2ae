package org.tongchou.platform.identity.user;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.identity.InsuredUsers;
import org.tongchou.platform.identity.policy.Passwords;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Users of insured persons, in the same table as all others. Who opened and closed them is recorded by who calls. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredInsuredUsers implements InsuredUsers {
    private final JdbcClient database;
    private final Passwords passwords;
    private final Clock clock;

    StoredInsuredUsers(JdbcClient database, Passwords passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Made create(Actor actor, String userName, String displayName) {
        String password = passwords.temporary();
        long id = database.sql("""
                        insert into identity.user_account (user_name, display_name, unit_id, scope, password_hash,
                            password_set_at, password_temporary, updated_by)
                        values (:name, :displayName, :unit, 'own', :hash, :now, true, :by) returning id""")
                .param("name", userName)
                .param("displayName", displayName)
                .param("unit", actor.unitId())
                .param("hash", passwords.hash(password))
                .param("now", OffsetDateTime.now(clock))
                .param("by", actor.displayName())
                .query(Long.class)
                .single();
        database.sql(
                        "insert into identity.user_role (user_id, role_id) select :id, id from identity.role where code = :role")
                .param("id", id)
                .param("role", ROLE)
                .update();
        return new Made(id, password);
    }

    @Override
    public String resetPassword(Actor actor, long userId) {
        mustBeInsured(userId);
        return passwords.reset(userId);
    }

    @Override
    public void close(Actor actor, long userId) {
        mustBeInsured(userId);
        database.sql("""
                        update identity.user_account set active = false, grant_no = grant_no + 1, session_no = session_no + 1,
                            version = version + 1, updated_by = :by, updated_at = now() where id = :id""").param("by", actor.displayName()).param("id", userId).update();
    }

    private void mustBeInsured(long userId) {
        List<String> roles =
                database.sql("""
                        select r.code from identity.user_role ur join identity.role r on r.id = ur.role_id
                        where ur.user_id = :id""").param("id", userId).query(String.class).list();
        if (!roles.equals(List.of(ROLE))) {
            throw Refusal.conflict("E-IDN-530", "这个用户不是参保人查询账户，不能在这里办理");
        }
    }
}
