package org.daywatch.journeys.year.lived;

import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.planning.agreements.AgreementCommands;
import org.daywatch.planning.agreements.AgreementStore;
import org.daywatch.platform.identity.Actor;
import org.daywatch.journeys.year.Script;

/**
 * Service agreements: the draft is there when an officer first checks in at a school that must have one; the agency
 * offers it, and each side signs when the script says so.
 */
public final class Agreements {

    private final Stage stage;

    public Agreements(Stage stage) {
        this.stage = stage;
    }

    public void signed(Script.Fact fact) {
        stage.run(() -> {
            var agreements = stage.the(AgreementStore.class);
            var commands = stage.the(AgreementCommands.class);
            var school = stage.campus(fact.school());
            var id = agreements.covering(school.id(), stage.officerIds.get(fact.officer()), fact.day())
                    .orElseThrow(() -> new AssertionError("no draft came by itself before " + fact));
            if (agreements.find(id).orElseThrow().state() == State.DRAFT)
                commands.offer(id, school, "As the two have always agreed", stage.coordinator().name());
            Actor by = fact.what().equals("AGREEMENT_AGENCY") ? stage.coordinator() : stage.director();
            commands.sign(id, school, by, by.name(), agreements.find(id).orElseThrow().hash());
        });
    }
}
