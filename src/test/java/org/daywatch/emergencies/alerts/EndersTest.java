package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.Commanding.Commander;
import org.daywatch.emergencies.alerts.Enders.Leader;
import org.daywatch.emergencies.alerts.Enders.Why;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** A-28 of docs/security. */
class EndersTest {

    private static final UUID GREER = new UUID(1, 1);
    private static final UUID ALDER = new UUID(1, 2);
    private static final UUID CRUZ = new UUID(1, 3);
    private static final Leader PRINCIPAL = new Leader(GREER, "Pat Greer", Role.PRINCIPAL);
    private static final Leader OFFICER = new Leader(ALDER, "Robin Alder", Role.OFFICER);
    private static final Leader OFFICE = new Leader(CRUZ, "Ana Cruz", Role.FRONT_OFFICE);

    @Test
    void whoeverCommandsMustBeOneOfTheTwoWhoeverElseLeads() {
        var enders = Enders.of(new Commander(CRUZ, "Ana Cruz"), List.of(PRINCIPAL, OFFICER, OFFICE), Set.of());
        assertThat(enders).isEqualTo(new Enders(Why.COMMANDS, Set.of(CRUZ), "Ana Cruz", ""));
        assertThat(enders.allow(GREER, ALDER)).as("two who lead, neither of whom commands").isFalse();
        assertThat(enders.allow(GREER, CRUZ)).isTrue();
        assertThat(enders.allow(CRUZ, GREER)).as("in either order").isTrue();
    }

    @Test
    void whileNobodyCommandsItIsTheHighestOfThoseOnDuty() {
        assertThat(Enders.of(null, List.of(OFFICE, OFFICER, PRINCIPAL), Set.of()))
                .isEqualTo(new Enders(Why.HIGHEST, Set.of(GREER), "Pat Greer", ""));
        assertThat(Enders.of(null, List.of(OFFICE, OFFICER), Set.of()).people())
                .as("the principal has not been seen in this alert").containsExactly(ALDER);
        var twoOffices = Enders.of(null, List.of(OFFICE, new Leader(GREER, "Kim Bell", Role.FRONT_OFFICE)), Set.of());
        assertThat(twoOffices.people()).as("of the same height either is enough").containsExactlyInAnyOrder(CRUZ,
                GREER);
        assertThat(twoOffices.names()).isEqualTo("Ana Cruz, Kim Bell");
    }

    @Test
    void aCommanderWithoutAnAccountLocksNobodyOut() {
        assertThat(Enders.of(new Commander(null, "Sergeant Vale"), List.of(OFFICER, OFFICE), Set.of()))
                .isEqualTo(new Enders(Why.HIGHEST_FOR_COMMANDER, Set.of(ALDER), "Robin Alder", "Sergeant Vale"));
    }

    @Test
    void aCommanderWhoIsForcedIsNotWaitedForNorIsAnybodyElseWhoIs() {
        var command = new Commander(GREER, "Pat Greer");
        assertThat(Enders.of(command, List.of(PRINCIPAL, OFFICER, OFFICE), Set.of(GREER)))
                .isEqualTo(new Enders(Why.HIGHEST_FOR_FORCED, Set.of(ALDER), "Robin Alder", "Pat Greer"));
        assertThat(Enders.of(command, List.of(PRINCIPAL, OFFICER, OFFICE), Set.of(GREER, ALDER)).people())
                .containsExactly(CRUZ);
    }

    @Test
    void whereNobodyIsKnownToLeadWhoeverLeadsIsEnough() {
        var nobody = Enders.of(null, List.of(new Leader(CRUZ, "Ana Cruz", Role.TEACHER)), Set.of());
        assertThat(nobody).isEqualTo(Enders.WHO_LEADS);
        assertThat(nobody.allow(GREER, CRUZ)).isTrue();
    }
}
