package org.daywatch.planning.operationsplans.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.daywatch.planning.operationsplans.content.PlanChanges.Kind;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.PlanContent.Member;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent.TeamRole;
import org.daywatch.planning.operationsplans.content.WordChanges.Piece;
import org.junit.jupiter.api.Test;

class PlanChangesTest {

    private static final Hazard FLOOD = new Hazard(new UUID(1, 1), "Flash flood", 2, 3, 3, 2, "");

    @Test
    void aChangedSentenceShowsTheWordsThatWentAndCame() {
        assertThat(said("All doors are locked by the teacher.", "All doors are locked by the nearest adult."))
                .isEqualTo("All doors are locked by the [-teacher.-]{+nearest adult.+}");
        assertThat(said("Told to families.", "Told to families.\nIn two languages."))
                .as("a line more leaves the one before it alone").isEqualTo("Told to families.{+\nIn two languages.+}");
        assertThat(said("", "New.")).isEqualTo("{+New.+}");
        assertThat(said("Old.", "")).isEqualTo("[-Old.-]");
        assertThat(said("Same words", "Same words")).isEqualTo("Same words");
    }

    @Test
    void anEditionIsComparedSectionBySectionAndPhaseByPhase() {
        var before = PlanContent.empty().with(FLOOD).with(new Member(new UUID(2, 2), "Lee Park", TeamRole.LEADER, ""))
                .with(BasicSection.INTRODUCTION, "Signed by the principal.")
                .with(BasicSection.PURPOSE, "For all hours.")
                .with("EVACUATION",
                        new Annex(Map.of(Phase.DURING, new Course("Everybody out", "", "By the nearest door."))));
        var after = before.with(BasicSection.PURPOSE, "").with(BasicSection.TRAINING, "Each term.")
                .with("EVACUATION",
                        new Annex(Map.of(Phase.DURING, new Course("Everybody out", "", "By the second nearest door."))))
                .with(FLOOD.id().toString(), new Annex(Map.of(Phase.BEFORE, new Course("", "", "Watch the wash."))));
        var changes = PlanChanges.between(before, after);
        assertThat(changes.changes().stream()
                .map(c -> c.kind() + " " + c.part().key() + " " + c.part().phase() + " " + c.part().field() + c.name()))
                .containsExactly(
                        "ADDED TRAINING  ", "REMOVED PURPOSE  ", "CHANGED EVACUATION DURING ACTIONS",
                        "ADDED " + FLOOD.id() + " BEFORE ACTIONSFlash flood");
        assertThat(changes.same()).as("team, hazards, introduction and the goal of the evacuation").isEqualTo(4);
        assertThat(PlanChanges.between(after, after).changes()).isEmpty();
    }

    @Test
    void aHazardThatIsDroppedTakesItsAnnexWithIt() {
        var before = PlanContent.empty().with(FLOOD).with(FLOOD.id().toString(),
                new Annex(Map.of(Phase.AFTER, new Course("", "", "Pump."))));
        var changes = PlanChanges.between(before, before.withoutHazard(FLOOD.id()));
        assertThat(changes.changes()).extracting(c -> c.part().chapter() + " " + c.kind() + " " + c.name())
                .containsExactly("HAZARDS REMOVED ", "THREATS REMOVED Flash flood");
        assertThat(changes.changes()).allMatch(c -> c.kind() == Kind.REMOVED);
    }

    @Property(tries = 200)
    void noWordIsLostOrInvented(@ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'd') String a,
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'd') String b) {
        String was = a.replace('d', ' ');
        String is = b.replace('d', ' ');
        var pieces = WordChanges.between(was, is);
        assertThat(pieces.stream().filter(p -> p.kind() != WordChanges.Kind.ADDED).map(Piece::text)
                .collect(Collectors.joining())).isEqualTo(was);
        assertThat(pieces.stream().filter(p -> p.kind() != WordChanges.Kind.REMOVED).map(Piece::text)
                .collect(Collectors.joining())).isEqualTo(is);
    }

    private static String said(String was, String is) {
        return WordChanges.between(was, is).stream().map(p -> switch (p.kind()) {
            case KEPT -> p.text();
            case REMOVED -> "[-" + p.text() + "-]";
            case ADDED -> "{+" + p.text() + "+}";
        }).collect(Collectors.joining());
    }
}
