package org.daywatch.platform.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.json.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever wrote something wrong into a set-up file is told where it stands, what stands there and what to do, before
 * anything is written.
 */
@DaywatchIT
class SetupFileRefusedIT {

    @Autowired SetupFiles files;

    @TempDir Path folder;

    private static final String TERMS = "'first_day': '2026-08-01', ";

    /**
     * Section, what is wrong with it, the path that is named, a word of the advice; and whether the schema sees it too.
     */
    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("'agencies': {}", "$.agencies", "is not a field of this format", true),
                Arguments.of("'agency': []", "$.agency", "must be an object", true),
                Arguments.of("'agency': {'state': 'KS'}", "$.agency", "lacks the field name", true),
                Arguments.of("'agency': {'name': 'A', 'state': 'Kansas'}", "$.agency.state", "must be one of AL", true),
                Arguments.of("'agency': {'name': 'A', 'zone': 'Central'}", "$.agency.zone", "is no time zone", false),
                Arguments.of("'agency': {'name': 'A', 'telephone': 'call us'}", "$.agency.telephone", "with digits",
                        false),
                Arguments.of("'agency': {'name': 'A', 'administrator': {'name': 'Ada', 'email': 'ada'}}",
                        "$.agency.administrator.email", "email address", false),
                Arguments.of(
                        "'agency': {'name': 'A', 'administrator': {'name': 'Ada', 'email': 'a@b.example', 'password': 'hush hush hush'}}",
                        "$.agency.administrator.password", "does not belong", true),
                Arguments.of("'mail': {'host': 'm.example', 'port': 70000, 'from': 'a@b.example'}", "$.mail.port",
                        "from 1 to 65535", true),
                Arguments.of("'mail': {'host': 'm example', 'port': 25, 'from': 'a@b.example'}", "$.mail.host", "name",
                        false),
                Arguments.of("'mail': {'host': 'm.example', 'port': 25, 'from': 'somebody'}", "$.mail.from",
                        "not an email address", false),
                Arguments.of("'mail': {'host': 'm.example', 'port': 25, 'from': 'a@b.example', 'encryption': 'SSL'}",
                        "$.mail.encryption", "STARTTLS, TLS, NONE", true),
                Arguments.of(
                        "'mail': {'host': 'm.example', 'port': 25, 'from': 'a@b.example', 'password': 'hush hush hush'}",
                        "$.mail.password", "password_file, password_env", true),
                Arguments.of(
                        "'mail': {'host': 'm.example', 'port': 25, 'from': 'a@b.example', 'password_env': 'NOBODY_SET_THIS'}",
                        "$.mail.password_env", "is not set", false),
                Arguments.of(
                        "'mail': {'host': 'm.example', 'port': 25, 'from': 'a@b.example', 'password_file': 'open.txt'}",
                        "$.mail.password_file", "chmod 600", false),
                Arguments.of(
                        "'mail': {'host': 'm.example', 'port': 25, 'from': 'a@b.example', 'password_file': 'none.txt'}",
                        "$.mail.password_file", "no file that can be read", false),
                Arguments.of("'text_messages': {'url': 'texts.example', 'body': '{to} {text}'}", "$.text_messages.url",
                        "http", false),
                Arguments.of("'text_messages': {'url': 'https://texts.example', 'body': '{to}'}",
                        "$.text_messages.body", "curly brackets", false),
                Arguments.of(
                        "'text_messages': {'url': 'https://texts.example', 'body': '{to} {text}', 'headers': ['Authorization: hush hush hush']}",
                        "$.text_messages.headers", "does not belong", true),
                Arguments.of(
                        "'text_messages': {'url': 'https://texts.example', 'body': '{to} {text}', 'headers_file': 'owned.txt'}",
                        "$.text_messages.headers_file", "Name: value", false),
                Arguments.of("'departments': {'name': 'A'}", "$.departments", "must be a list", true),
                Arguments.of("'departments': [{'name': 'A', 'ori': '12'}]", "$.departments[0].ori", "not an ORI",
                        false),
                Arguments.of("'departments': [{'name': 'A', 'contact': {'email': 'chief'}}]",
                        "$.departments[0].contact.email", "not an email address", false),
                Arguments.of("'departments': [{'name': 'A'}, {'name': 'a'}]", "$.departments[1]", "keep one of the two",
                        false),
                Arguments.of("'terms': [{'paper': 'open.txt', 'signed_by': 'L'}]", "$.terms[0]",
                        "lacks the field first_day", true),
                Arguments.of("'terms': [{" + TERMS + "'department': 'A'}]", "$.terms[0]", "neither paper nor ask",
                        true),
                Arguments.of("'terms': [{" + TERMS + "'paper': 'open.txt', 'signed_by': 'L'}]", "$.terms[0].paper",
                        "not a PDF", false),
                Arguments.of("'terms': [{" + TERMS + "'paper': 'terms.pdf'}]", "$.terms[0]",
                        "lacks the field signed_by", true),
                Arguments.of("'terms': [{" + TERMS + "'ask': true, 'last_day': '2026-07-01'}]", "$.terms[0].last_day",
                        "before the first day", false),
                Arguments.of("'terms': [{" + TERMS + "'ask': true, 'work_allowed': ['TRAFFIC_CONTROL']}]",
                        "$.terms[0].work_allowed", "lacks SCHOOL_SAFETY", true),
                Arguments.of("'terms': [{" + TERMS + "'ask': true, 'supervisor': {'from': 5}}]",
                        "$.terms[0].supervisor", "lacks the field per", true),
                Arguments.of("'districts': [{'name': 'A', 'nces_id': '12'}]", "$.districts[0].nces_id", "seven digits",
                        true),
                Arguments.of("'districts': [{'nces_id': '1299901'}]", "$.districts[0]", "lacks the field name", true),
                Arguments.of("'schools': [{'district': 'A'}]", "$.schools[0]", "nces_id of a school", true),
                Arguments.of("'schools': [{'name': 'North', 'level': 'PRIMARY'}]", "$.schools[0].level", "ELEMENTARY",
                        true),
                Arguments.of("'schools': [{'name': 'North', 'low_grade': '05', 'high_grade': 'KG'}]",
                        "$.schools[0].high_grade", "lower than the lowest", false),
                Arguments.of("'schools': [{'name': 'North', 'latitude': 33.6}]", "$.schools[0]", "give both", true),
                Arguments.of("'schools': [{'name': 'North', 'latitude': 336.0, 'longitude': 0}]",
                        "$.schools[0].latitude", "-90", true),
                Arguments.of("'school_year': [{'first_day': '2026-08-03', 'last_day': '8/3/2027'}]",
                        "$.school_year[0].last_day", "such as \"2026-11-16\"", true),
                Arguments.of("'school_year': [{'first_day': '2026-08-03', 'last_day': '2026-08-01'}]",
                        "$.school_year[0].last_day", "before the first day", false),
                Arguments.of(
                        "'school_year': [{'first_day': '2026-08-03', 'last_day': '2027-05-21', 'closed': [{'day': '2027-07-01'}]}]",
                        "$.school_year[0].closed[0]", "outside the school year", false),
                Arguments.of(
                        "'school_year': [{'first_day': '2026-08-03', 'last_day': '2027-05-21', 'closed': [{'day': '2026-10-12', 'kind': 'REGULAR'}]}]",
                        "$.school_year[0].closed[0].kind", "HOLIDAY", true),
                Arguments.of("'bells': [{'schools': 'every', 'from': '2026-08-03', 'template': true}]",
                        "$.bells[0].schools", "\"all\" or a list", true),
                Arguments.of("'bells': [{'schools': 'all', 'from': '2026-08-03'}]", "$.bells[0]", "lacks the bells",
                        true),
                Arguments.of(
                        "'bells': [{'schools': 'all', 'from': '2026-08-03', 'regular': {'first': '08:00', 'last': '07:00'}}]",
                        "$.bells[0].regular.last", "not after the first bell", false),
                Arguments.of(
                        "'bells': [{'schools': 'all', 'from': '2026-08-03', 'regular': {'first': '8:00 AM', 'last': '15:00'}}]",
                        "$.bells[0].regular.first", "HH:MM", true),
                Arguments.of("'officers': {'file': 'none.csv'}", "$.officers.file", "no file that can be read", false),
                Arguments.of("'let_in': {'who': 'all', 'by': 'slip'}", "$.let_in.by", "mail, text", true),
                Arguments.of(
                        "'requests': [{'schools': 'all', 'first_day': '2026-08-03', 'last_day': '2027-05-21', 'times': 'noon'}]",
                        "$.requests[0].times", "must be \"bells\"", true),
                Arguments.of(
                        "'requests': [{'schools': 'all', 'first_day': '2026-08-03', 'last_day': '2027-05-21', 'times': 'bells', 'posts_per_day': 0}]",
                        "$.requests[0].posts_per_day", "from 1 to 50", true),
                Arguments.of(
                        "'requests': [{'schools': 'all', 'first_day': '2026-08-03', 'last_day': '2026-08-01', 'times': 'bells'}]",
                        "$.requests[0].last_day", "before", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isNamedByItsPathAndTheSchemaRefusesWhatItCanSee(String section, String path, String word, boolean seen)
            throws IOException {
        String text = text(section);
        assertThat(refusal(text).flaws()).as(text).anySatisfy(flaw -> {
            assertThat(flaw.path()).isEqualTo(path);
            assertThat(flaw.advice()).contains(word);
            assertThat(flaw.line()).isEqualTo(1);
        });
        assertThat(refusal(text).getMessage()).as("a secret is not shown").doesNotContain("hush hush");
        assertThat(schema().validate(text, InputFormat.JSON).isEmpty()).as("as the schema sees it: " + text)
                .isEqualTo(!seen);
    }

    @Test
    void everyFaultOfAFileIsNamedAtOnce() {
        String text = text("'districts': [" + "{'nces_id': '12'},".repeat(40)
                + "{'name': 'A'}], 'officers': {'file': 'none.csv'}, 'bells': 7");
        assertThat(refusal(text).flaws()).hasSizeGreaterThanOrEqualTo(42).extracting(Flaw::path)
                .contains("$.districts[0]", "$.districts[39]", "$.officers.file", "$.bells");
        assertThat(refusal(text).more()).isZero();
    }

    @Test
    void whatIsNoSetUpFileIsSaidToBeNone() {
        assertThat(refusal("{\"schema\": \"daywatch.lesson\", \"version\": 2}").flaws()).extracting(Flaw::path)
                .containsExactlyInAnyOrder("$.schema", "$.version");
        assertThat(refusal("{").getMessage()).contains("cut off");
        assertThat(refusal("").getMessage()).contains("empty");
    }

    @Test
    void aSecretThatOnlyItsOwnerReadsIsTaken() throws IOException {
        owned("mail.txt");
        var read = files.read(text(
                "'mail': {'host': 'm.example', 'port': 587, 'user': 'daywatch', 'from': 'a@b.example', 'password_file': 'mail.txt'}")
                .getBytes(StandardCharsets.UTF_8), folder);
        assertThat(read.sections()).hasSize(1);
    }

    private void owned(String name) throws IOException {
        Files.writeString(folder.resolve(name), "hush hush hush\n");
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }

    private static String text(String sections) {
        return "{'schema': 'daywatch.setup', 'version': 1, ".concat(sections).concat("}").replace('\'', '"');
    }

    private FileRefused refusal(String text) {
        try {
            Files.writeString(folder.resolve("open.txt"), "hush hush hush");
            Files.setPosixFilePermissions(folder.resolve("open.txt"), PosixFilePermissions.fromString("rw-r--r--"));
            owned("owned.txt");
            Files.writeString(folder.resolve("terms.pdf"), "%PDF-1.7 signed");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var refused = catchThrowableOfType(FileRefused.class,
                () -> files.read(text.getBytes(StandardCharsets.UTF_8), folder));
        assertThat(refused).as(text).isNotNull();
        return refused;
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/setup.schema.json")));
    }

    @Test
    void theExamplesAreWhatTheSchemasSay() throws IOException {
        assertThat(schema().validate(Files.readString(Path.of("docs/formats/examples/setup.json")), InputFormat.JSON))
                .isEmpty();
        var printed = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/setup-apply.schema.json")));
        assertThat(
                printed.validate(Files.readString(Path.of("docs/formats/examples/setup-apply.json")), InputFormat.JSON))
                .isEmpty();
        assertThat(List.of("agency", "mail", "text_messages", "departments", "terms", "districts", "schools",
                "school_year", "bells", "officers", "let_in", "requests"))
                .allSatisfy(section -> assertThat(Files.readString(Path.of("docs/formats/examples/setup.json")))
                        .contains("\"" + section + "\""));
    }
}
