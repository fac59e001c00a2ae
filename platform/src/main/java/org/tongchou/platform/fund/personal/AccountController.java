package org.tongchou.platform.fund.personal;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.ledger.FundDays;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Personal accounts for the fund's people: persons are numbers here, their names stand in their files. */
@RestController("fundAccountController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund/personal-accounts")
class AccountController {
    /** Net assets, income and spending: all that is the fund's own. */
    private static final List<String> OWN = List.of("N", "I", "E");

    private final JdbcClient database;
    private final PersonalAccounts accounts;
    private final Ledger ledger;
    private final FundScope scope;

    AccountController(JdbcClient database, PersonalAccounts accounts, Ledger ledger, FundScope scope) {
        this.database = database;
        this.accounts = accounts;
        this.ledger = ledger;
        this.scope = scope;
    }

    /**
     * An account in a list.
     *
     * @param person id of the person
     * @param openedOn first credit
     * @param closedOn when it was closed; null while it is open
     * @param currentFen came in this year
     * @param carriedFen came in before
     */
    record Row(long person, LocalDate openedOn, @Nullable LocalDate closedOn, long currentFen, long carriedFen) {}

    @Requires("fund.account.view")
    @GetMapping
    Page<Row> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable Long person,
            PageQuery page) {
        scope.mustSee(actor);
        long total = database.sql("""
                        select count(*) from fund.personal_account where :person::bigint is null or person = :person
                        """).param("person", person).query(Long.class).single();
        List<Row> rows = database.sql("""
                        select a.person, a.opened_on, a.closed_on,
                            coalesce(sum(m.fen) filter (where m.money_year = :year), 0) as current_fen,
                            coalesce(sum(m.fen) filter (where m.money_year < :year), 0) as carried_fen
                        from (select * from fund.personal_account where :person::bigint is null or person = :person
                            order by person limit :size offset :offset) a
                            left join fund.movement m on m.person = a.person and m.movement_date <= :day
                        group by a.person, a.opened_on, a.closed_on order by a.person
                        """)
                .param("person", person)
                .param("day", FundDays.day("截至日期", day))
                .param("year", day.getYear())
                .param("size", page.rows())
                .param("offset", page.offset())
                .query(Row.class)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    /**
     * All accounts against the books.
     *
     * @param accounts how many are open
     * @param fen what is in them
     * @param bookFen what is the fund of personal accounts' own in the books
     */
    record Totals(long accounts, long fen, long bookFen) {}

    @Requires("fund.account.view")
    @GetMapping("/totals")
    Totals totals(@AuthenticationPrincipal Actor actor, @RequestParam LocalDate day) {
        scope.mustSee(actor);
        long open = database.sql("select count(*) from fund.personal_account where closed_on is null")
                .query(Long.class)
                .single();
        long fen = database.sql("select coalesce(sum(fen), 0) from fund.movement where movement_date <= :day")
                .param("day", FundDays.day("截至日期", day))
                .query(Long.class)
                .single();
        return new Totals(
                open,
                fen,
                -OWN.stream()
                        .mapToLong(account -> ledger.balance(Funds.ACCOUNT, account, null, day))
                        .sum());
    }

    /**
     * An account.
     *
     * @param person id of the person
     * @param balance what is in it on the day
     */
    record View(long person, PersonalAccounts.Balance balance) {}

    @Requires("fund.account.view")
    @GetMapping("/{person}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable long person, @RequestParam LocalDate day) {
        scope.mustSee(actor);
        return new View(person, accounts.balance(person, FundDays.day("截至日期", day)));
    }

    @Requires("fund.account.view")
    @GetMapping("/{person}/movements")
    Page<PersonalAccounts.Movement> movements(
            @AuthenticationPrincipal Actor actor, @PathVariable long person, PageQuery page) {
        scope.mustSee(actor);
        return accounts.movements(person, page);
    }
}
