package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * docs/security/readers.md: who reads which part of a record. The roles are those of {@link Role}, the places are where
 * the code asks; what a place shows is said here for the parts that are about a child, a danger or somebody's pay.
 */
class ReadersPaperTest {

    private static final Path PAPER = Path.of("docs/security/readers.md");
    private static final Pattern ASKED = Pattern.compile("\\b(?:may|need)\\(\\s*(?:Permission\\.)?([A-Z][A-Z_]+)");

    /**
     * @param reads the condition beside the permission, in words
     * @param type the class that decides it
     * @param says what stands in its code
     */
    private record Part(String what, Permission by, String reads, String type, String says) {}

    private static final List<Part> PARTS = List.of(
            new Part("a student found by name", Permission.STUDENTS_READ,
                    "a protected one: those who are named, and the adults of their classes", "StudentSearch",
                    "hiddenFrom"),
            new Part("a protected student's name at a drill", Permission.STUDENTS_READ,
                    "as when they are looked for; in a real emergency whoever works at the roll call or reunification",
                    "StudentSearch", "namelessTo"),
            new Part("why a student is protected, and who is named", Permission.STUDENTS_PROTECT,
                    "who is named; of those who protect, nobody else", "Protection", "shownTo"),
            new Part("the students of a school as a file", Permission.STUDENTS_EXPORT,
                    "of their own school, asked for with a reason and downloaded once; without protected ones they would not find",
                    "StudentLists", "hiddenFrom"),
            new Part("who asked for such a file, and why", Permission.EXPORTS_APPROVE,
                    "whoever asked, and who may allow it at that school", "PeopleFiles", "within"),
            new Part("which file carries an invented student", Permission.CANARIES_EDIT,
                    "of the district; not which row it is",
                    "CanaryPages", "CANARIES_EDIT"),
            new Part("names of a whole roll call", Permission.REUNIFY, "of their own school", "RollCallPages",
                    "REUNIFY"),
            new Part("names of one room", Permission.ROOM_REPORT, "of their own school", "RoomReportPages", "isMine"),
            new Part("notes and plans of students who need help", Permission.ROOM_REPORT,
                    "in a real emergency, of those beside them", "StudentsToHelp", "ACTUAL"),
            new Part("the text of a student's own plan", Permission.STUDENTS_READ,
                    "who also has REUNIFY, or the adults of the student's classes; protected students as above",
                    "IndividualPlanPages", "search.student"),
            new Part("numbers of a roll call, without names", Permission.ALERT_READ, "the agency, and officers",
                    "RollNumbersPages", "numbers"),
            new Part("which child an incident is about, by initials", Permission.STUDENTS_READ,
                    "who also writes incidents", "IdentityPages", "STUDENTS_READ"),
            new Part("where a school keeps its keys", Permission.SITE_PACK_READ,
                    "an officer: a week before a shift there until it ends, and in a real emergency", "SitePackReaders",
                    "mayRead"),
            new Part("a school's drawings", Permission.REUNIFY, "each opening is written down", "SitePlanPages",
                    "REUNIFY"),
            new Part("the drawing beside an alert", Permission.ALERT_LEAD, "while the alert is theirs to see",
                    "FloorPlanPages", "ALERT_LEAD"),
            new Part("who was reached by an alert, by name", Permission.REACH_READ, "of schools they see",
                    "AlertScreenPages", "REACH_READ"),
            new Part("measures against a finding", Permission.ASSESSMENTS_READ, "of schools they see",
                    "FindingPages", "ASSESSMENTS_READ"),
            new Part("what was said in a tip from outside, and why it was decided so", Permission.INCIDENT_EDIT,
                    "people of that school's district; an officer there as the school's agent; the agency sees that it happened",
                    "TipPages", "Capacity.SCHOOL_AGENT"),
            new Part("a tip without a name", Permission.TIPS_READ,
                    "tip analysts what is new, about a life or theirs; principal and counselor what was routed to them; an officer on post as the school's agent what is about a life or shared",
                    "TipReaders", "ReadingRule.of"),
            new Part("who of all officers could stand an open post", Permission.OFFICERS_READ, "of their agency",
                    "PostCoveragePages", "OFFICERS_READ"),
            new Part("a threat assessment", Permission.THREATS_READ,
                    "whom it was given to at their school; an officer on post there as the school's agent, where the team shares it, without days out and the IEP or 504 plan",
                    "ThreatDoor", "ReadingRule.of"),
            new Part("a threat assessment that was disclosed", Permission.DISCLOSED_READ,
                    "an officer it was disclosed to, or of the department, while they act as a peace officer, for the time it was given; without days out and the IEP or 504 plan",
                    "DisclosedDoor", "door.disclosed"),
            new Part("who broke the glass of a threat assessment", Permission.GLASS_READ,
                    "a principal of their school, a safety director of the district; of whom and why only the team of the case",
                    "GlassPages", "GLASS_READ"),
            new Part("that a parent asked for the record of a threat assessment", Permission.RECORDS_ASKED_READ,
                    "a records keeper of the district, but for protected students; a principal of their school; a counselor it was given to",
                    "RecordsRequestDoor", "door.kept"),
            new Part("what a parent is shown of a threat assessment", Permission.RECORDS_ASKED_READ,
                    "whom the assessment was given to; never whoever keeps the records", "RecordsPaperPages",
                    "asked.reads"),
            new Part("how many threat assessments there were, by group", Permission.THREATS_COUNTED,
                    "a principal of their school; of a district its safety director, the agency and its departments; no number about fewer than 11",
                    "CaseFigures", "ReadingRule.of"));

    @Test
    void thePaperSaysWhoReadsWhat() throws IOException {
        WrittenAnew.unlessAsKept(PAPER, paper());
    }

    @Test
    void eachPartIsDecidedWhereThePaperSays() throws IOException {
        var code = code();
        for (var part : PARTS) {
            assertThat(code).as(part.what()).containsKey(part.type());
            assertThat(code.get(part.type())).as(part.what() + " in " + part.type()).contains(part.says());
        }
    }

    /** A part that no role reads is a part nobody wrote about. */
    @Test
    void everyPermissionStandsThereWithItsRoles() throws IOException {
        var paper = paper();
        for (var permission : Permission.values())
            assertThat(paper).contains("\n| " + permission + " | " + roles(permission) + " |");
        assertThat(roles(Permission.STUDENTS_PROTECT)).contains("PRINCIPAL").doesNotContain("OFFICER", "TEACHER");
    }

    private static String paper() throws IOException {
        var paper = new StringBuilder("""
                # Who reads which part of a record

                Written by `ReadersPaperTest`. Whose rows somebody reaches at all is decided by the database ([data](data.md)); which page, by the permission of its address
                ([map](../map.md)). Here is what is decided within a page: parts of one record that not everybody reads who opens it. An installation may give a role other
                permissions (*Users, Roles*); those below are what ships. What an officer reads hangs on the capacity in which they act, besides (`platform.capacity_withheld`).

                ## Parts

                | Part | Permission | Who besides, and when | Decided in |
                |---|---|---|---|
                """);
        for (var part : PARTS)
            paper.append("| %s | %s | %s | `%s` |\n".formatted(part.what, part.by, part.reads,
                    part.type));
        paper.append("""

                ## Permissions

                The roles that have it, and the code that asks for it within a page, to show or to hide a part.

                | Permission | Roles | Asked in |
                |---|---|---|
                """);
        var asked = asked();
        for (var permission : Permission.values())
            paper.append("| ").append(permission).append(" | ").append(roles(permission)).append(" | ")
                    .append(asked.getOrDefault(permission.name(), new TreeSet<>()).stream().map(n -> "`" + n + "`")
                            .collect(Collectors.joining(", ")))
                    .append(" |\n");
        return paper.toString();
    }

    private static String roles(Permission permission) {
        return Arrays.stream(Role.values()).filter(role -> role.defaults().contains(permission)).map(Role::name)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, TreeSet<String>> asked() throws IOException {
        var asked = new TreeMap<String, TreeSet<String>>();
        for (var file : Sources.files(Sources.MAIN, ".java", ".jte")) {
            String name = file.getFileName().toString().replace(".java", "");
            ASKED.matcher(Files.readString(file)).results()
                    .forEach(m -> asked.computeIfAbsent(m.group(1), p -> new TreeSet<>()).add(name));
        }
        return asked;
    }

    private static Map<String, String> code() throws IOException {
        var code = new TreeMap<String, String>();
        for (var file : Sources.files(Sources.MAIN, ".java"))
            code.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        return code;
    }
}
