package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.billing.BillingEvent;
import org.daywatch.directory.DirectoryEvent;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.EmergencyEvent;
import org.daywatch.emergencies.IncidentEvent;
import org.daywatch.emergencies.PeopleEvent;
import org.daywatch.emergencies.tips.TipEvent;
import org.daywatch.planning.PlanningEvent;
import org.daywatch.platform.retention.Retention;
import org.daywatch.platform.texts.Texts;
import org.daywatch.prevention.PreventionEvent;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.staffing.AwardEvent;
import org.daywatch.staffing.ReplacementEvent;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.training.TrainingEvent;
import org.daywatch.transparency.ProgramEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is shipped in English as data is read in Spanish too: rules, limits, retention, the names of what happens. */
@DaywatchIT
class ShippedWordsIT {

    private static final Pattern AUDITED = Pattern.compile(
            "\\b(?:audit|auditLog|log)\\.(?:act|read)\\(\\s*\"([A-Z][A-Za-z]+)\"|\\bact\\(session,\\s+\"([A-Z][A-Za-z]+)\"");

    @Autowired Story story;
    @Autowired Texts texts;
    @Autowired ProgramRules rules;
    @Autowired CapPolicyStore policies;
    @Autowired Retention retention;

    @Test
    void everyShippedRuleReadsInSpanish() {
        var words = story.as(story.cast().agency(), () -> rules.book().list()).stream().map(ProgramRule::words)
                .toList();
        assertThat(words).hasSizeGreaterThan(50);
        assertSpanish("rule", words);
    }

    @Test
    void everyShippedRuleSaysItsValueWithItsUnitInBothLanguages() {
        var units = story.as(story.cast().agency(), () -> rules.book().list()).stream()
                .map(r -> "rules.unit." + r.unit().replace(' ', '_')).distinct().toList();
        assertThat(units).hasSizeGreaterThan(30).allSatisfy(unit -> {
            assertThat(texts.has(unit)).as(unit).isTrue();
            assertThat(texts.raw("es", unit)).as("the Spanish of " + unit).isNotEqualTo(texts.raw("en", unit));
        });
    }

    @Test
    void everyShippedLimitReadsInSpanish() {
        var words = story.as(story.cast().agency(), () -> policies.list()).stream().map(CapPolicy::words).toList();
        assertThat(words).hasSizeGreaterThan(20);
        assertSpanish("policy", words);
    }

    @Test
    void everyReasonForKeepingARecordReadsInSpanish() {
        var words = story.as(story.cast().agency(), () -> retention.rules()).stream().map(Retention.Rule::reason)
                .toList();
        assertThat(words).hasSizeGreaterThan(5);
        assertSpanish("retention.shipped", words);
        var kinds = story.as(story.cast().agency(), () -> retention.rules()).stream().map(Retention.Rule::kind)
                .toList();
        assertThat(kinds)
                .allSatisfy(kind -> assertThat(texts.has("retention.kind." + kind)).as("a name for " + kind).isTrue());
    }

    @Test
    void whatAnAgencyWroteItselfIsShownAsItWroteIt() {
        assertThat(texts.stored("es", "rule", "On campus half an hour early, says our board."))
                .isEqualTo("On campus half an hour early, says our board.");
        assertThat(texts.stored("en", "policy", "At most 18 hours in any 24."))
                .isEqualTo("At most 18 hours in any 24.");
    }

    @Test
    void everythingThatHappensHasANameInBothLanguages() throws IOException {
        var names = new TreeSet<String>();
        facts(DirectoryEvent.class).forEach(names::add);
        facts(StaffingEvent.class).forEach(names::add);
        facts(AwardEvent.class).forEach(names::add);
        facts(ReplacementEvent.class).forEach(names::add);
        facts(PeopleEvent.class).forEach(names::add);
        facts(EmergencyEvent.class).forEach(names::add);
        facts(IncidentEvent.class).forEach(names::add);
        facts(TipEvent.class).forEach(names::add);
        facts(PlanningEvent.class).forEach(names::add);
        facts(ProgramEvent.class).forEach(names::add);
        facts(TrainingEvent.class).forEach(names::add);
        facts(PreventionEvent.class).forEach(names::add);
        facts(BillingEvent.class).forEach(names::add);
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                var text = Files.readString(source);
                var found = AUDITED.matcher(text);
                while (found.find()) names.add(found.group(1) == null ? found.group(2) : found.group(1));
            }
        }
        assertThat(names).contains("ShiftAccepted", "SchoolChanged", "ExportedAudit", "PasskeyAdded")
                .hasSizeGreaterThan(80);
        assertThat(names).allSatisfy(name -> {
            assertThat(texts.has("event." + name)).as("event." + name + " in a message file").isTrue();
            assertThat(texts.raw("es", "event." + name)).as("the Spanish of event." + name)
                    .isNotEqualTo(texts.raw("en", "event." + name));
        });
    }

    private void assertSpanish(String kind, List<String> english) {
        var missing = new ArrayList<String>();
        for (var words : english) if (texts.stored("es", kind, words).equals(words)) missing.add(words);
        Offenders.none("Write the Spanish of what is stored in English, under " + kind + ".", missing);
        assertThat(english).allSatisfy(words -> assertThat(texts.stored("en", kind, words)).isEqualTo(words));
    }

    private static Stream<String> facts(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).flatMap(
                c -> c.isSealed() ? facts(c) : c.isInterface() ? Stream.empty() : Stream.of(c.getSimpleName()));
    }
}
