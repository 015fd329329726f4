package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.daywatch.house.shape.Shape;
import org.junit.jupiter.api.Test;

/**
 * One class decides and tells, another works on rows: rules are read and tested without a database, rows without their
 * rules.
 */
class ShapesTest {

    /** Both in one today; the list may only shrink. */
    private static final Set<String> BOTH = Set.of("billing.runs.InvoiceRuns", "directory.assistance.AssistanceNotes",
            "directory.guardians.Guardians",
            "directory.imports.ical.CalendarImport", "directory.plans.SitePlans", "directory.visitors.Visitors",
            "emergencies.accountability.RollCalls",
            "emergencies.aftermath.AfterActions", "emergencies.exercises.ExerciseOutcomes",
            "emergencies.incidents.clocks.StatutoryClocks",
            "emergencies.incidents.photos.IncidentPhotos", "emergencies.reunification.PickupCommands",
            "emergencies.reunification.Reunifications",
            "emergencies.reunification.ReunionDuties", "emergencies.reunification.paper.PaperCards",
            "emergencies.tips.TipDesk", "planning.drills.DrillCommands",
            "planning.operationsplans.seal.PlanOpenings", "planning.standards.StandardChecks",
            "platform.identity.invitations.Invitations",
            "platform.identity.members.Memberships", "prevention.assessments.AssessmentCommands",
            "prevention.findings.FindingCommands", "prevention.findings.FindingPhotos",
            "prevention.instruments.InstrumentCommands", "prevention.rounds.RoundCommands", "staffing.awards.Awards",
            "staffing.awards.SignUps",
            "staffing.awards.methods.AwardMethods", "staffing.blocks.BlockCommands", "staffing.calloffs.CalledOffs",
            "staffing.coverage.GapExplanations",
            "staffing.departments.WorkPermissions", "staffing.departments.register.DepartmentFiles",
            "staffing.duty.Duties", "staffing.dutystatus.DutyStatuses",
            "staffing.fairness.FairnessMonths", "staffing.fairness.Opportunities", "staffing.hours.HourBatch",
            "staffing.hours.HourStore", "staffing.offers.Trades",
            "staffing.officers.OfficerStore", "staffing.postplans.PlanJobs", "staffing.posts.PostCommands",
            "staffing.posts.PostWidening",
            "staffing.replacement.ReplacementCommands", "staffing.schedules.weeks.StandingConsents",
            "staffing.sitepacks.SitePacks", "transparency.programs.papers.FiledPapers");

    @Test
    void whoTellsFactsHoldsNoSql() {
        assertThat(both(Compiled.MAIN)).as(
                "each tells facts and holds SQL: move the SQL to the store beside it, or to a new …Store, and let this class ask it; a name of the list that is mended is taken off it")
                .containsExactlyInAnyOrderElementsOf(BOTH);
    }

    @Test
    void whoDoesBothIsFound() {
        assertThat(both(new ClassFileImporter().importPackagesOf(Shape.class)))
                .containsExactly("house.shape.TellsAndHoldsSql", "house.shape.WishCommands");
    }

    /** A class with what is nested in it. What only joins a transaction imports Spring's annotation, not jOOQ. */
    private static Collection<String> both(Iterable<JavaClass> classes) {
        var tell = new TreeSet<String>();
        var sql = new TreeSet<String>();
        for (var one : classes) {
            var name = one.getName().replaceFirst("\\$.*", "").replaceFirst("org\\.daywatch\\.", "");
            if (name.endsWith("Commands") || one.getMethodCallsFromSelf().stream().anyMatch(
                    call -> call.getName().equals("tell") && call.getTargetOwner().getSimpleName().equals("Facts")
                            || call.getName().equals("publishEvent")))
                tell.add(name);
            if (one.getDirectDependenciesFromSelf().stream().map(d -> d.getTargetClass().getName()).anyMatch(
                    used -> used.startsWith("org.jooq.") || used.startsWith("org.daywatch_db.")))
                sql.add(name);
        }
        tell.retainAll(sql);
        return tell;
    }
}
