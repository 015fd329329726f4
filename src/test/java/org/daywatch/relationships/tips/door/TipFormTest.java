package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.relationships.tips.thread.TipContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a frightened person types on a phone, and what they are told at the field. */
class TipFormTest {

    private static final UUID DISTRICT = UUID.randomUUID();
    private static final List<DoorSchool> SCHOOLS = List.of(school("Mesquite High School"),
            school("Peña Blanca Middle School"), school("Desert View, Mesquite Unified"),
            school("Desert View, Saguaro Union"));

    private static DoorSchool school(String label) {
        return new DoorSchool(UUID.randomUUID(), DISTRICT, label, ZoneId.of("America/Phoenix"), true);
    }

    @ParameterizedTest
    @CsvSource({"mesquite high, Mesquite High School", "PENA BLANCA, Peña Blanca Middle School",
            "'  peña-blanca ', Peña Blanca Middle School", "'desert view, saguaro union', 'Desert View, Saguaro Union'",
            "'desert view saguaro', 'Desert View, Saguaro Union'"})
    void aSchoolIsFoundHoweverItsNameIsTyped(String typed, String label) {
        var checked = checked(Map.of("school", typed, "words", "x", "life", "no"));
        assertThat(checked.wrong()).isEmpty();
        assertThat(checked.school().orElseThrow().label()).isEqualTo(label);
    }

    @Test
    void whereSeveralAreMeantTheyAreOfferedAndOneIsChosen() {
        var checked = checked(Map.of("school", "desert view", "words", "x", "life", "no"));
        assertThat(checked.wrong().get("school").key()).isEqualTo("tipdoor.wrong.school.which");
        assertThat(checked.choices()).containsExactly(SCHOOLS.get(2), SCHOOLS.get(3));
        var chosen = checked(Map.of("school", "desert view", "at", SCHOOLS.get(3).id().toString(), "words", "x", "life",
                "no"));
        assertThat(chosen.school()).hasValue(SCHOOLS.get(3));
        var other = checked(Map.of("school", "desert view", "at", SCHOOLS.get(0).id().toString(), "words", "x", "life",
                "no"));
        assertThat(other.school()).as("one that was not offered").isEmpty();
    }

    @Test
    void whereNobodyReadsTipsThatIsSaidAtTheFieldAndTheWordsStay() {
        var unread = new DoorSchool(UUID.randomUUID(), DISTRICT, "Ghost Flower High", ZoneId.of("America/Phoenix"),
                false);
        var form = TipForm.of(Map.of("school", "ghost flower", "words", "nobody must lose this", "life", "yes"));
        var checked = form.check(List.of(SCHOOLS.get(0), unread));
        assertThat(checked.wrong().keySet()).containsExactly("school");
        assertThat(checked.wrong().get("school").key()).isEqualTo("tipdoor.wrong.school.unread");
        assertThat(checked.wrong().get("school").args()).containsExactly("Ghost Flower High");
        assertThat(form.words()).isEqualTo("nobody must lose this");
    }

    @Test
    void ofVeryManyTheFirstAreOffered() {
        var many = IntStream.range(0, 40).mapToObj(i -> school("Elementary " + i)).toList();
        var checked = TipForm.of(Map.of("school", "elementary", "words", "x", "life", "no")).check(many);
        assertThat(checked.wrong().get("school").key()).isEqualTo("tipdoor.wrong.school.many");
        assertThat(checked.choices()).hasSize(8);
    }

    @Test
    void everyFieldSaysWhatIsWrongAndTheWordsStay() {
        var form = TipForm.of(Map.of("school", "Hogwarts", "words", " \r\n ", "life", "maybe"));
        var wrong = form.check(SCHOOLS).wrong();
        assertThat(wrong.keySet()).containsExactly("school", "words", "life");
        assertThat(wrong.get("school").key()).isEqualTo("tipdoor.wrong.school.unknown");
        assertThat(wrong.get("school").args()).containsExactly("Hogwarts");
        assertThat(wrong.get("words").key()).isEqualTo("tipdoor.wrong.words.none");
        var longer = TipForm.of(Map.of("words", "a".repeat(TipContent.MOST_WORDS + 312)));
        assertThat(longer.wrongWords().args()).containsExactly(312);
        assertThat(longer.words()).hasSize(TipContent.MOST_WORDS + 312);
        assertThat(checked(Map.of()).wrong().get("school").key()).isEqualTo("tipdoor.wrong.school.none");
    }

    @Test
    void linesEndAlikeAndWhatNoKeyboardTypesIsLeftOut() {
        assertThat(TipForm.of(Map.of("words", "one\r\ntwo\rthree\u0000\u001b[2J\tfour\n\n")).words())
                .isEqualTo("one\ntwo\nthree[2J\tfour");
    }

    @Test
    void aNumberThatIsNoneIsReplaced() {
        assertThat(TipForm.of(Map.of("form", "<script>")).id()).matches("[0-9a-f-]{36}");
        assertThat(TipForm.of(Map.of()).id()).isNotEqualTo(TipForm.of(Map.of()).id());
    }

    private static TipForm.Checked checked(Map<String, String> fields) {
        return TipForm.of(fields).check(SCHOOLS);
    }
}
