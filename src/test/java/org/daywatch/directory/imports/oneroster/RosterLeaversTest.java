package org.daywatch.directory.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.directory.imports.oneroster.RosterLeavers.Student;
import org.junit.jupiter.api.Test;

/** Who has left a school, by a roster that is the whole list. */
class RosterLeaversTest {

    private static final UUID HERE = new UUID(1, 1);
    private static final UUID ELSEWHERE = new UUID(1, 2);

    @Test
    void whoeverTheListDoesNotNameHasLeftAndNobodyElse() {
        assertThat(RosterLeavers.of(students(HERE, 20), Set.of(HERE), named(2, 20))).singleElement().satisfies(s -> {
            assertThat(s.school()).isEqualTo(HERE);
            assertThat(s.students()).isEqualTo(20);
            assertThat(s.left()).containsExactly(new UUID(9, 0), new UUID(9, 1));
        });
        assertThat(RosterLeavers.of(students(HERE, 20), Set.of(HERE), named(0, 20))).isEmpty();
    }

    @Test
    void aListThatDoesNotHoldASchoolSaysNothingOfItsStudents() {
        assertThat(RosterLeavers.of(students(ELSEWHERE, 20), Set.of(HERE), Set.of())).isEmpty();
    }

    @Test
    void moreThanTheShareAsksAndTheShareItselfDoesNot() {
        assertThat(only(named(2, 20)).many(10)).as("two of twenty are ten percent").isFalse();
        assertThat(only(named(3, 20)).many(10)).isTrue();
        assertThat(only(Set.of()).many(10)).as("a list without one student of the school").isTrue();
    }

    private static RosterLeavers only(Set<String> named) {
        return RosterLeavers.of(students(HERE, 20), Set.of(HERE), named).getFirst();
    }

    private static List<Student> students(UUID school, int number) {
        return IntStream.range(0, number).mapToObj(i -> new Student(new UUID(9, i), school, "u-" + i)).toList();
    }

    private static Set<String> named(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "u-" + i).collect(Collectors.toSet());
    }
}
