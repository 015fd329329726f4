package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.retention.Retention;
import org.daywatch.platform.texts.Texts;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is shipped in English as data is read in Spanish too: rules, limits, retention, the names of what happens. */
@DaywatchIT
class ShippedWordsIT {

    private static final Pattern AUDITED = Pattern.compile(
            "\\b(?:audit|auditLog|log)\\.(act|read)\\(\\s*(?:[^,\"]*\\?\\s+)?\"([A-Z][A-Za-z]+)\"(?:\\s+: \"([A-Z][A-Za-z]+)\")?|\\bact\\(session,\\s+\"([A-Z][A-Za-z]+)\"");

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
    void aShippedSourceIsACitationAndNoNoteOfWhoWroteItDown() {
        var sources = story.as(story.cast().agency(),
                () -> Stream.concat(rules.book().list().stream().map(ProgramRule::source),
                        policies.list().stream().map(CapPolicy::source)).toList());
        assertThat(sources).hasSizeGreaterThan(100).noneMatch(source -> source.matches(
                "(?i).*(from memory|to be confirmed|not found|no state|one city|is a guess|reply \\d|set \\d).*"));
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
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.daywatch").stream()
                .filter(c -> c.isAssignableTo(DomainEvent.class) && !c.isInterface())
                .forEach(c -> names.add(c.getSimpleName()));
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                var text = Files.readString(source);
                var found = AUDITED.matcher(text);
                while (found.find()) {
                    if (found.group(4) != null) names.add(found.group(4));
                    else names.add((found.group(1).equals("read") ? "Read" : "") + found.group(2));
                    if (found.group(3) != null) names.add(found.group(3));
                }
            }
        }
        assertThat(names).contains("ShiftAccepted", "SchoolChanged", "ExportedAudit", "PasskeyAdded", "ReadDutyStatus",
                "LessonBroughtBack", "HookButtonSet").hasSizeGreaterThan(80);
        Offenders.none("Write what happened in both languages, in the texts of the room's migrations:",
                names.stream().map(name -> "event." + name).filter(
                        key -> !texts.has(key) || texts.raw("es", key).equals(texts.raw("en", key))).toList());
    }

    @Test
    void whoeverActsAndWhateverTheyActOnHasANameInBothLanguages() throws IOException {
        var keys = new TreeSet<String>();
        for (var role : Role.values()) keys.add("role." + role);
        for (var capacity : Capacity.values()) if (capacity != Capacity.NONE) keys.add("audit.capacity." + capacity);
        keys.add("audit.actor.SYSTEM");
        var about = Pattern.compile(
                "\\b(?:audit|auditLog|log)\\.(?:act|read)\\([^,;]*,\\s*\"([a-z][a-z -]*)\"|String subject\\(\\)\\s*\\{\\s*return \"([a-z][a-z -]*)\"");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                var found = about.matcher(Files.readString(source));
                while (found.find())
                    keys.add("audit.kind."
                            + (found.group(1) == null ? found.group(2) : found.group(1)).strip().replace(' ', '-'));
            }
        }
        assertThat(keys).contains("role.TEACHER", "audit.kind.officer", "audit.kind.safety-team-of-school",
                "audit.kind.weekly-log").hasSizeGreaterThan(80);
        Offenders.none(
                "Name in texts.properties and texts_es.properties what the audit speaks of, beside the feature or in platform/audit:",
                keys.stream().filter(key -> !texts.has(key) || texts.raw("es", key).isEmpty()).toList());
    }

    private void assertSpanish(String kind, List<String> english) {
        var missing = new ArrayList<String>();
        for (var words : english) if (texts.stored("es", kind, words).equals(words)) missing.add(words);
        Offenders.none("Write the Spanish of what is stored in English, under " + kind + ".", missing);
        assertThat(english).allSatisfy(words -> assertThat(texts.stored("en", kind, words)).isEqualTo(words));
    }
}
