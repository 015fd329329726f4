package org.daywatch.directory.canaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An invented student names the file that carried them, and nobody without the key names the invented student.
 *
 * <p>A-08 of docs/security.
 */
class CanaryMarksTest {

    private static final byte[] KEY = new byte[32];
    private static final UUID ONE = UUID.fromString("01936a00-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01936a00-0000-7000-8000-000000000002");

    @Test
    void eachFileCarriesAnotherAndTheSameFileTheSame() {
        assertThat(student(ONE)).isEqualTo(student(ONE)).isNotEqualTo(student(TWO));
        assertThat(student(ONE).number()).isNotEqualTo(student(TWO).number());
        byte[] other = KEY.clone();
        other[0] = 1;
        assertThat(CanaryStudent.of(other, ONE, 0, "S-100423")).as("another district").isNotEqualTo(student(ONE));
        var numbers = new HashSet<String>();
        for (int turn = 0; turn < 200; turn++) numbers.add(CanaryStudent.of(KEY, ONE, turn, "S-100423").number());
        assertThat(numbers).as("another turn, another number").hasSizeGreaterThan(190);
    }

    @Test
    void aNumberLooksLikeTheOthersOfItsSchool() {
        assertThat(student(ONE).number()).matches("S-[1-9]?\\d{5,6}").hasSize(8);
        assertThat(CanaryStudent.of(KEY, ONE, 0, "0E984725-C51C-4BF4-9960-E1C80E27ABA0").number())
                .matches("[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}");
        assertThat(CanaryStudent.of(KEY, ONE, 0, "7").number()).matches("[1-9]");
    }

    @Test
    void numberAndNameTogetherAreSureAndOneOfThemIsNot() {
        var student = student(ONE);
        var marks = marks();
        assertThat(marks.in(student.number() + ",active," + student.givenName() + "," + student.familyName()
                + ",student,Quail Run")).containsExactly(new CanaryMarks.Found(ONE, true));
        assertThat(marks.in("\"" + student.familyName().toUpperCase(java.util.Locale.ROOT) + ", "
                + student.givenName() + "\"")).containsExactly(new CanaryMarks.Found(ONE, false));
        assertThat(marks.in(student.number())).containsExactly(new CanaryMarks.Found(ONE, false));
        assertThat(marks.in("S-000000,active,Robin,Sage,student,Quail Run")).isEmpty();
        assertThat(marks.in(student.givenName())).as("half a name").isEmpty();
        assertThat(marks.in("")).isEmpty();
    }

    @Test
    void aRowIsLeftOutOnlyWhereNumberAndNameAreOfOneFile() {
        var one = student(ONE);
        var two = student(TWO);
        assertThat(marks().row(one.number(), one.givenName(), one.familyName())).contains(ONE);
        assertThat(marks().row(one.number(), "Robin", "Sage")).as("a real student got the number").isEmpty();
        assertThat(marks().row(two.number(), one.givenName(), one.familyName())).isEmpty();
        assertThat(new CanaryMarks(KEY, List.of()).row(one.number(), one.givenName(), one.familyName())).isEmpty();
    }

    @Test
    void aMarkSaysNothingOfTheStudent() {
        var student = student(ONE);
        var mark = CanaryMarks.mark(KEY, ONE, student);
        assertThat(mark.number() + mark.name()).doesNotContain(student.number(), student.familyName());
        assertThat(CanaryMarks.mark(new byte[] {1}, ONE, student).number()).isNotEqualTo(mark.number());
    }

    private static CanaryStudent student(UUID export) {
        return CanaryStudent.of(KEY, export, 0, "S-100423");
    }

    private static CanaryMarks marks() {
        return new CanaryMarks(KEY,
                List.of(CanaryMarks.mark(KEY, ONE, student(ONE)), CanaryMarks.mark(KEY, TWO, student(TWO))));
    }
}
