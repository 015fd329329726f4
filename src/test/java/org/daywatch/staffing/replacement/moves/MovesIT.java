package org.daywatch.staffing.replacement.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.REPLACEMENT;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.offers.Trades;
import org.daywatch.staffing.replacement.ReplacementCommands;
import org.daywatch.staffing.replacement.ReplacementRounds;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Two posts at the same hour: Dana's, which she called off, and Fay's. Gil alone is free, and does not want to go where
 * Dana would have stood.
 */
@DaywatchIT
class MovesIT {

    private static final Instant START = Instant.parse("2026-08-04T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Acceptances acceptances;
    @Autowired Trades trades;
    @Autowired ShiftCommands shiftCommands;
    @Autowired ShiftStore shifts;
    @Autowired ReplacementCommands commands;
    @Autowired ReplacementRounds rounds;

    private PostedDay day;
    private PostedDay.Officer fay;
    private PostedDay.Officer gil;
    private UUID open;
    private UUID faysShift;
    private UUID search;
    private Visitor.Visit coordinator;

    @BeforeEach
    void gilSaysNo() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        var dana = day.officer("Dana Vega");
        fay = day.officer("Fay Moreno");
        gil = day.officer("Gil Tapia");
        open = day.post(START);
        var danasShift = accept(dana, open);
        faysShift = accept(fay, day.post(START));
        clock.setTo("2026-08-04T13:40:00Z");
        Tenancy.run(Scope.system(day.cast.agency()), () -> {
            shiftCommands.handle(danasShift, new ShiftCommand.Cancel("called in sick"));
            rounds.sendDue();
        });
        search = story.as(day.cast.agency(),
                () -> db.select(REPLACEMENT.ID).from(REPLACEMENT).fetchSingle(REPLACEMENT.ID));
        var offer = story.as(day.cast.agency(), () -> db.select(REPLACEMENT_OFFER.ID).from(REPLACEMENT_OFFER)
                .where(REPLACEMENT_OFFER.OFFICER_ID.eq(gil.id())).fetchSingle(REPLACEMENT_OFFER.ID));
        Tenancy.run(new Scope(day.cast.agency(), gil.person()), () -> commands.decline(gil.person(), offer));
        Tenancy.run(Scope.system(day.cast.agency()), rounds::sendDue);
        coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    @Test
    void theProposalNamesWhoCouldMoveAndMovesNobody() {
        assertThat(coordinator.get("/replacements/" + search).body()).contains("/replacements/" + search + "/moves");
        var page = coordinator.get("/replacements/" + search + "/moves").body();
        assertThat(page).contains("Fay Moreno trades this shift to Gil Tapia", "Fay Moreno takes the open post",
                "Other posts that change: 1", "/shifts/" + faysShift);
        assertThat(page.indexOf("trades this shift")).as("the open post comes last")
                .isLessThan(page.indexOf("takes the open post"));
        assertThat(day.stateOf(open)).isEqualTo("OPEN");
        assertThat(story.as(day.cast.agency(), () -> shifts.get(faysShift)).officerId()).isEqualTo(fay.id());
        assertThat(visitor.signedIn(fay.person(), day.cast.agency(), Role.OFFICER)
                .get("/replacements/" + search + "/moves").statusCode()).as("not for officers").isEqualTo(403);
    }

    @Test
    void takenStepByStepByTheirOwnActsTheOpenPostIsFilledAndTheOtherToo() {
        var trade = Tenancy.as(new Scope(day.cast.agency(), fay.person()),
                () -> trades.propose(fay.person(), faysShift, gil.id()));
        Tenancy.as(new Scope(day.cast.agency(), gil.person()), () -> trades.accept(gil.person(), trade));
        assertThat(accept(fay, open)).isNotNull();
        assertThat(story.as(day.cast.agency(), () -> db.select(REPLACEMENT.STATE).from(REPLACEMENT)
                .where(REPLACEMENT.ID.eq(search)).fetchSingle(REPLACEMENT.STATE))).isEqualTo("FILLED");
        assertThat(coordinator.get("/replacements/" + search + "/moves").body()).contains("no swap is needed");
    }

    @Test
    void whereNobodyIsLeftWhoCouldStandInNothingIsProposed() {
        Tenancy.run(Scope.system(day.cast.agency()),
                () -> shiftCommands.handle(faysShift, new ShiftCommand.Cancel("sick as well")));
        story.run(day.cast.agency(),
                () -> List.of(fay, gil)
                        .forEach(o -> db.execute("update staffing.officer set state = 'SUSPENDED' where id = {0}",
                                org.jooq.impl.DSL.val(o.id()))));
        assertThat(coordinator.get("/replacements/" + search + "/moves").body()).contains("No allowed swap was found",
                "All options were checked");
    }

    private UUID accept(PostedDay.Officer officer, UUID post) {
        return Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                () -> acceptances.accept(officer.person(), post));
    }
}
