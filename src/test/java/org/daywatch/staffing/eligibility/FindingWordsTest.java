package org.daywatch.staffing.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.texts.Texts;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.calloffs.CalledOff;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.eligibility.Term.Sentences;
import org.daywatch.staffing.officers.Credential;
import org.junit.jupiter.api.Test;

class FindingWordsTest {

    @Test
    void anOfficerReadsHowFarTheWeekWouldGoAndWhatWouldHelp() {
        var officer = new Case();
        for (String day : new String[] {"11", "12", "13", "14", "15"})
            officer.worked(HourKind.DUTY, "2026-08-" + day + "T06:00", 12);
        var finding = officer.verdict().failed().getFirst();
        assertThat(finding.say(texts("en"), "en")).isEqualTo(
                "Would reach 68 h of 64 h in the week starting Sun, Aug 9, 12:00 AM. Source of the limit: Program default.");
        assertThat(finding.mend(texts("en"), "en"))
                .isEqualTo("Plan 4 h less of other work before Sun, Aug 16, 12:00 AM, or choose a later post.");
        assertThat(finding.say(texts("es"), "es")).isEqualTo(
                "Llegaría a 68 h de 64 h en la semana que empieza 12:00 a.m. del dom 9 ago. Origen del límite: Program default.");
    }

    @Test
    void theLawOfTheCertificateIsSaidWithItsDates() {
        var officer = new Case().without(Credential.Kind.SCHOOL_CERTIFICATE);
        officer.day = java.time.LocalDate.parse("2026-09-04");
        assertThat(officer.verdict().failed().getFirst().say(texts("en"), "en"))
                .isEqualTo(
                        "Started in schools on Mon, Aug 3, 2026; the state's school training certificate was due by Thu, Sep 3, 2026.");
    }

    @Test
    void lightDutyIsSaidWithItsDaysAndThatItEndsByItself() {
        var officer = new Case();
        officer.statuses = List.of(status("2026-08-03", "2026-08-21"));
        var finding = officer.verdict().failed().getFirst();
        assertThat(finding.say(texts("en"), "en"))
                .isEqualTo("Light duty from Mon, Aug 3, 2026 to Fri, Aug 21, 2026: no school posts on these days.");
        assertThat(finding.mend(texts("en"), "en"))
                .startsWith("It ends automatically after Fri, Aug 21, 2026; posts on later days are open.");
        assertThat(finding.say(texts("es"), "es")).startsWith("Servicio ligero del lun 3 ago 2026 al vie 21 ago 2026");
        officer.statuses = List.of(status("2026-08-10", null));
        assertThat(officer.verdict().failed().getFirst().say(texts("en"), "en"))
                .isEqualTo("Light duty since Mon, Aug 10, 2026, with no known end: no school posts until it ends.");
    }

    @Test
    void aDutyStatusTouchesTheDaysItNamesAndNoOthers() {
        var officer = new Case(); // their post is on 10 August
        officer.statuses = List.of(status("2026-08-01", "2026-08-09"), status("2026-08-11", null));
        assertThat(officer.verdict().failed()).isEmpty();
        officer.statuses = List.of(status("2026-08-01", "2026-08-10"));
        assertThat(officer.verdict().failed()).extracting(RuleFinding::code).containsExactly("DUTY_STATUS");
        officer.statuses = List.of(new DutyStatus(UUID.randomUUID(), UUID.randomUUID(), DutyStatus.Kind.SUSPENDED,
                LocalDate.parse("2026-08-01"), null, "Lt. Abara", "Toni Ames", null, "wrong officer"));
        assertThat(officer.verdict().failed()).as("withdrawn").isEmpty();
    }

    @Test
    void whoCalledOffSickTakesNoPostOfThatDayAndReadsWhatWouldChangeIt() {
        var officer = new Case(); // the post is on 10 August
        officer.calledOff = List
                .of(new CalledOff(UUID.randomUUID(), UUID.randomUUID(), LocalDate.parse("2026-08-10"), true));
        var finding = officer.verdict().failed().getFirst();
        assertThat(finding.say(texts("en"), "en"))
                .isEqualTo("Called off sick for Mon, Aug 10, 2026: no posts on that day.");
        assertThat(finding.mend(texts("en"), "en")).startsWith("Report fit for duty");
        assertThat(finding.say(texts("es"), "es"))
                .isEqualTo("Avisó que estaba enfermo el lun 10 ago 2026: ningún puesto ese día.");
        officer.calledOff = List.of(
                new CalledOff(UUID.randomUUID(), UUID.randomUUID(), LocalDate.parse("2026-08-11"), true),
                new CalledOff(UUID.randomUUID(), UUID.randomUUID(), LocalDate.parse("2026-08-10"), false));
        assertThat(officer.verdict().failed()).as("another day, another post").isEmpty();
    }

    private static DutyStatus status(String first, String last) {
        return new DutyStatus(UUID.randomUUID(), UUID.randomUUID(), DutyStatus.Kind.LIGHT_DUTY, LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last), "Lt. Abara", "Toni Ames",
                null, null);
    }

    @Test
    void everyCodeInTheSourcesHasBothSentencesInBothLanguages() throws IOException {
        var codes = new TreeSet<String>();
        for (String file : new String[] {"staffing/eligibility/Eligibility", "staffing/eligibility/CredentialRules",
                "staffing/eligibility/HourRules", "scheduling/caps/CapShape"}) {
            var source = Files.readString(Path.of("src/main/java/org/daywatch/" + file + ".java"));
            Pattern.compile(
                    "(?:failed|warning)\\(\"([A-Z_]+)\"|(?:fail|warn)\\(rule, \"([A-Z_]+)\"|\\?\\s+\"([A-Z_]+)\"\\s+: \"([A-Z_]+)\"|-> \"([A-Z_]+)\";")
                    .matcher(source).results().forEach(m -> {
                        for (int i = 1; i <= 4; i++) if (m.group(i) != null) codes.add(m.group(i));
                        if (m.group(5) != null) codes.add("CAP_" + m.group(5));
                    });
        }
        assertThat(codes).hasSizeGreaterThan(25);
        for (String language : new String[] {"en", "es"}) {
            var texts = new Texts();
            assertThat(codes).allSatisfy(code -> {
                assertThat(texts.raw(language, "eligibility.says." + code)).as(language + " " + code).isNotBlank();
                assertThat(texts.raw(language, "eligibility.mend." + code)).as(language + " " + code).isNotBlank();
            });
        }
    }

    private static Sentences texts(String language) {
        var texts = new Texts();
        return (key, args) -> texts.of(language, key, args);
    }
}
