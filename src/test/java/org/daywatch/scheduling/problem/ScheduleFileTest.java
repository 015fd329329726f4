package org.daywatch.scheduling.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.json.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a problem's file is named with its line, its path, its value and what to do. */
class ScheduleFileTest {

    static final Path EXAMPLE = Path.of("docs/formats/examples/roster.json");

    private static final String SMALL = """
            {"schema": "daywatch.roster", "version": 1,
             "horizon": {"first": "2026-11-16", "last": "2026-11-20"},
             "departments": [{"id": "pd", "zone": "America/Phoenix", "policies": ["p"]}],
             "policies": [{"id": "p", "shape": "ROLLING", "parameters": {"hours": "16:00", "length": "24:00", "counts": ["WORKED"]}, "action": "BLOCK", "valid_from": "2026-01-01"}],
             "schools": [{"id": "s", "zone": "America/Phoenix", "core": ["o"]}],
             "shifts": [
              {"id": "a", "school": "s", "day": "2026-11-16", "start": "2026-11-16T07:25:00-07:00", "end": "2026-11-16T15:05:00-07:00", "asked": ["pd"]},
              {"id": "b", "school": "s", "day": "2026-11-17", "start": "2026-11-17T07:25:00-07:00", "end": "2026-11-17T15:05:00-07:00", "eligible": ["o"]}],
             "officers": [
              {"id": "o", "department": "pd", "blocks": ["s"], "wishes": {"schools": ["s"]}, "history": {"days_at": {"s": 2}}}],
             "pins": [{"shift": "a", "officer": "o"}],
             "objective": {"weights": {"FILL": {"1": 20}, "SHARE": {"most": 4, "points": 300}}}
            }
            """;

    @Test
    void readsTheExampleWithEveryFieldItHas() throws IOException {
        var problem = ScheduleFile.read(EXAMPLE);
        assertThat(problem.policies()).hasSize(8).filteredOn(p -> !p.hard()).singleElement().extracting(p -> p.id())
                .isEqualTo("month-80");
        assertThat(problem.shifts()).hasSize(11).filteredOn(s -> s.id().equals("iw-18")).singleElement()
                .extracting(s -> s.needs()).isEqualTo(2);
        var game = problem.shifts().stream().filter(s -> s.id().equals("pv-game")).findFirst().orElseThrow();
        assertThat(game.eligible()).containsEntry("o-egan", -15L).containsEntry("o-cole", 0L);
        assertThat(game.minutes()).isEqualTo(240);
        assertThat(problem.objective().weights().travel().otherwise()).isEqualTo(80);
        assertThat(problem.pins()).hasSize(1);
    }

    @Test
    void whatIsLeftOutIsAsThePageSays() {
        var problem = ScheduleFile.read(SMALL);
        var shift = problem.shifts().getFirst();
        assertThat(shift.needs()).isEqualTo(1);
        assertThat(shift.priority()).isEqualTo(2);
        assertThat(shift.role()).isEqualTo("SSO");
        assertThat(shift.work()).isEqualTo("SCHOOL_SAFETY");
        assertThat(shift.eligible()).isNull();
        var officer = problem.officers().getFirst();
        assertThat(officer.roles()).containsExactly("SSO");
        assertThat(officer.available()).isNull();
        assertThat(officer.rate()).isZero();
        assertThat(problem.objective().weights().fill(2)).isZero();
        assertThat(problem.objective().kind()).isEqualTo(ScheduleProblem.Kind.WORTH);
    }

    @ParameterizedTest(name = "{0} → {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id": "b"                | "id": "a"                          | 8  | $.shifts[1].id               | "a" | stands in shifts twice, first on line 7
            "day": "2026-11-17"      | "day": "2026-11-25"                | 8  | $.shifts[1].day              | "2026-11-25" | outside the horizon, 2026-11-16 to 2026-11-20
            "day": "2026-11-17"      | "day": "2026-11-18"                | 8  | $.shifts[1].start            | "2026-11-17T07:25:00-07:00" | is on 2026-11-17 at the school
            "day": "2026-11-17"      | "day": "2026-02-30"                | 8  | $.shifts[1].day              | "2026-02-30" | is no day of the calendar
            11-17T15:05:00           | 11-17T06:05:00                     | 8  | $.shifts[1].end              | "2026-11-17T06:05:00-07:00" | is not after the start "2026-11-17T07:25:00-07:00"
            11-17T15:05:00           | 11-17T15:05:30                     | 8  | $.shifts[1].end              | "2026-11-17T15:05:30-07:00" | has seconds
            11-17T15:05:00           | 11-17T25:05:00                     | 8  | $.shifts[1].end              | "2026-11-17T25:05:00-07:00" | is no time of the clock
            11-17T15:05:00-07:00     | 11-17T15:05:00                     | 8  | $.shifts[1].end              | "2026-11-17T15:05:00" | must be a moment with its offset
            2026-11-17T15:05:00      | 2026-11-20T15:05:00                | 8  | $.shifts[1].end              | "2026-11-20T15:05:00-07:00" | longer than 48 hours
            "eligible": ["o"]        | "eligible": ["x"]                  | 8  | $.shifts[1].eligible[0]      | "x" | is no officer of this file
            "eligible": ["o"]        | "eligible": ["o", {"officer":"o"}] | 8  | $.shifts[1].eligible[1]      | {…} | stands in this list already
            "eligible": ["o"]        | "needs": 0                         | 8  | $.shifts[1].needs            | 0 | from 1 to 50
            "eligible": ["o"]        | "needs": 1.5                       | 8  | $.shifts[1].needs            | 1.5 | must be a whole number
            "eligible": ["o"]        | "needs": "1"                       | 8  | $.shifts[1].needs            | "1" | must be a whole number
            "eligible": ["o"]        | "needs": 99999999999999999999      | 8  | $.shifts[1].needs            | 99999999999999999999 | from 1 to 50
            "eligible": ["o"]        | "eligble": ["o"]                   | 8  | $.shifts[1].eligble          | […] | is not a field of this format
            "eligible": ["o"]        | "role": "CHIEF"                    | 8  | $.shifts[1].role             | "CHIEF" | must be one of
            "eligible": ["o"]        | "day": "2026-11-17"                | 8  | $.shifts[1].day              | "2026-11-17" | stands here a second time, first on line 8
            "eligible": ["o"]        | "requires": ["X", "X"]             | 8  | $.shifts[1].requires[1]      | "X" | stands in this list twice
            "asked": ["pd"]          | "asked": ["fd"]                    | 7  | $.shifts[0].asked[0]         | "fd" | is no department of this file
            "school": "s", "day": "2026-11-17" | "school": "t", "day": "2026-11-17" | 8 | $.shifts[1].school  | "t" | is no school of this file
            "department": "pd"       | "department": "fd"                 | 10 | $.officers[0].department     | "fd" | is no department of this file
            "department": "pd"       | "rate": -5                         | 10 | $.officers[0].rate           | -5 | from 0 to 1000000
            "blocks": ["s"]          | "blocks": ["t"]                    | 10 | $.officers[0].blocks[0]      | "t" | is no school of this file
            "blocks": ["s"]          | "hours": [{"kind": "DUTY", "start": "2026-11-17T10:00:00Z", "end": "2026-11-17T10:00:00Z"}] | 10 | $.officers[0].hours[0].end | "2026-11-17T10:00:00Z" | is not after the start
            "blocks": ["s"]          | "holds": [{"code": "A", "from": "2026-02-01", "to": "2026-01-01"}] | 10 | $.officers[0].holds[0].to | "2026-01-01" | is before from 2026-02-01
            "days_at": {"s": 2}      | "days_at": {"t": 2}                | 10 | $.officers[0].history.days_at.t | 2 | a school that is not in this file
            "core": ["o"]            | "core": ["x"]                      | 5  | $.schools[0].core[0]         | "x" | is no officer of this file
            "core": ["o"]            | "zip": "8500"                      | 5  | $.schools[0].zip             | "8500" | five digits
            "core": ["o"]            | "at": [33.4, -212]                 | 5  | $.schools[0].at[1]           | -212 | from -180.0 to 180.0
            "policies": ["p"]        | "policies": ["q"]                  | 3  | $.departments[0].policies[0] | "q" | is no policy of this file
            "zone": "America/Phoenix", "policies" | "zone": "Phoenix", "policies" | 3 | $.departments[0].zone    | "Phoenix" | IANA
            "ROLLING"                | "ROLING"                           | 4  | $.policies[0].shape          | "ROLING" | must be one of BEFORE_SHIFT
            "length": "24:00"        | "lenght": "24:00"                  | 4  | $.policies[0].parameters.lenght | "24:00" | is not a field of this format
            "length": "24:00"        | "length": "24"                     | 4  | $.policies[0].parameters.length | "24" | HH:MM
            "length": "24:00"        | "length": "00:00"                  | 4  | $.policies[0].parameters.length | "00:00" | from 00:01
            ["WORKED"]               | []                                 | 4  | $.policies[0].parameters.counts | [] | is empty
            {"shift": "a", "officer": "o"} | {"shift": "z", "officer": "o"} | 11 | $.pins[0].shift           | "z" | is no shift of this file
            {"shift": "a", "officer": "o"} | {"shift": "a", "officer": "o"}, {"shift": "a", "officer": "o"} | 11 | $.pins[1] | {…} | a second time
            {"1": 20}                | {"1": -20}                         | 12 | $.objective.weights.FILL.1   | -20 | from 0 to 1000000
            {"1": 20}                | {"4": 20}                          | 12 | $.objective.weights.FILL['4'] | 20 | is not a field
            "points": 300            | "points": 1e3                      | 12 | $.objective.weights.SHARE.points | 1e3 | must be a whole number
            "last": "2026-11-20"     | "last": "2026-11-10"               | 2  | $.horizon.last               | "2026-11-10" | is before the first day
            "last": "2026-11-20"     | "last": "2027-11-20"               | 2  | $.horizon.last               | "2027-11-20" | longer than 62 days
            """)
    void namesLinePathValueAndWhatToDo(String right, String wrong, int line, String path, String value, String advice) {
        assertThat(SMALL).contains(right);
        String json = SMALL.replace(right, wrong);
        assertThat(refused(json)).anySatisfy(flaw -> {
            assertThat(flaw.line()).isEqualTo(line);
            assertThat(flaw.path().replace("['1']", ".1")).isEqualTo(path);
            assertThat(flaw.value()).isEqualTo(value);
            assertThat(flaw.advice()).contains(advice).endsWith(".");
        });
    }

    @Test
    void refusesMorePinsThanAShiftNeeds() {
        String json = SMALL.replace("{\"id\": \"o\",", "{\"id\": \"x\"},\n {\"id\": \"o\",")
                .replace("{\"shift\": \"a\", \"officer\": \"o\"}",
                        "{\"shift\": \"a\", \"officer\": \"o\"}, {\"shift\": \"a\", \"officer\": \"x\"}");
        assertThat(refused(json)).singleElement()
                .satisfies(f -> assertThat(f.advice()).contains("one more than shift \"a\" needs (1)"));
    }

    @Test
    void namesAllFaultsAtOnceInTheOrderOfTheFile() {
        String json = SMALL.replace("2026-11-20", "2026-11-10")
                .replace("\"pd\", \"zone\": \"America/Phoenix\"", "\"pd\", \"zone\": \"Mars\"")
                .replace("\"eligible\": [\"o\"]", "\"needs\": 51");
        assertThat(refused(json)).extracting(Flaw::line).contains(2, 3, 8).isSorted();
    }

    @Test
    void countsWhatItDoesNotName() {
        var many = new StringBuilder();
        for (int i = 0; i < 200; i++) many.append("{\"shift\": \"z").append(i).append("\", \"officer\": \"o\"},");
        var refused = catchThrowableOfType(FileRefused.class,
                () -> ScheduleFile.read(SMALL.replace("\"pins\": [", "\"pins\": [" + many)));
        assertThat(refused.flaws()).hasSize(25);
        assertThat(refused.more()).isEqualTo(175);
        assertThat(refused).hasMessageContaining("and 175 more");
    }

    @Test
    void refusesWhatIsNoTextOrNoJson() {
        byte[] good = SMALL.getBytes(StandardCharsets.UTF_8);
        assertThat(refused(new byte[0])).singleElement().satisfies(f -> assertThat(f.advice()).contains("empty"));
        assertThat(refused("   \n ")).singleElement().satisfies(f -> assertThat(f.advice()).contains("empty"));
        assertThat(refused("\uFEFF" + SMALL)).singleElement()
                .satisfies(f -> assertThat(f.advice()).contains("byte order mark"));
        assertThat(refused(SMALL.getBytes(StandardCharsets.UTF_16LE))).singleElement()
                .satisfies(f -> assertThat(f.advice()).contains("UTF-16"));
        assertThat(refused(SMALL.replace("\"pd\"", "\"p\u00e9\"").getBytes(StandardCharsets.ISO_8859_1)))
                .singleElement()
                .satisfies(f -> assertThat(f.toString()).contains("line 3", "0xe9", "not UTF-8"));
        assertThat(refused(SMALL.substring(0, good.length / 2))).singleElement().satisfies(f -> {
            assertThat(f.advice()).contains("cut off");
            assertThat(f.line()).isEqualTo(7);
        });
        assertThat(refused(SMALL + "{}")).singleElement()
                .satisfies(f -> assertThat(f.advice()).contains("goes on after"));
        assertThat(refused(SMALL.replace("\"version\": 1,", "\"version\": 1"))).singleElement().satisfies(f -> {
            assertThat(f.line()).isEqualTo(2);
            assertThat(f.advice()).contains("not JSON");
        });
        assertThat(refused("[".repeat(5_000))).singleElement().satisfies(f -> assertThat(f.advice()).contains("deep"));
        assertThat(refused("{\"a\":".repeat(5_000))).singleElement()
                .satisfies(f -> assertThat(f.advice()).contains("deep"));
        assertThat(refused("[]")).singleElement().satisfies(f -> assertThat(f.advice()).contains("must be an object"));
        assertThat(refused("null")).isNotEmpty();
        assertThat(refused("{\"schema\": \"daywatch.roster-answer\", \"version\": 1, \"engine\": {}}")).singleElement()
                .satisfies(f -> assertThat(f.toString()).isEqualTo(
                        "line 1, $.schema \"daywatch.roster-answer\": must be daywatch.roster; this reader knows no other."));
        assertThat(refused("{\"schema\": \"daywatch.roster\", \"version\": 2}")).singleElement()
                .satisfies(f -> assertThat(f.path()).isEqualTo("$.version"));
        assertThat(refused("{\"schema\": \"daywatch.roster\", \"version\": 1}")).extracting(Flaw::advice)
                .contains("lacks the field horizon; add it.", "lacks the field officers; add it.");
    }

    @Test
    void aMessageCannotMoveTheCursor() {
        var flaws = refused(SMALL.replace("\"id\": \"b\"", "\"id\": \"b\\u001b[2J\""));
        assertThat(flaws).anySatisfy(f -> assertThat(f.value()).isEqualTo("\"b\\u001b[2J\""));
        assertThat(flaws).noneSatisfy(f -> assertThat(f.toString()).contains("\u001b"));
    }

    @Test
    void everyCutOfTheExampleIsRefusedAndNothingElseIsThrown() throws IOException {
        byte[] whole = Files.readAllBytes(EXAMPLE);
        int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
        for (int cut = 0; cut < end; cut += 7) {
            byte[] part = java.util.Arrays.copyOf(whole, cut);
            assertThat(catchThrowableOfType(FileRefused.class, () -> ScheduleFile.read(part))).as("cut at " + cut)
                    .isNotNull();
        }
    }

    private static List<Flaw> refused(String json) {
        return refused(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Flaw> refused(byte[] bytes) {
        return catchThrowableOfType(FileRefused.class, () -> ScheduleFile.read(bytes)).flaws();
    }
}
