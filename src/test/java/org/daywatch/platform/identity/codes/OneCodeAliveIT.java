package org.daywatch.platform.identity.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.ONE_TIME_CODE;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Whoever asks how often at the same moment: one code opens the door, the newest. A-30 of docs/security. */
@DaywatchIT
class OneCodeAliveIT {

    private static final int AT_ONCE = 50;

    @Autowired Story story;
    @Autowired OneTimeCodes codes;
    @Autowired @Qualifier("signin") DSLContext db;

    @ParameterizedTest
    @EnumSource(names = {"INVITATION", "PASSWORD_RESET", "EMAIL_CHANGE", "RECOVERY"})
    void ofFiftyThatAreAskedForAtOnceOneIsAlive(Purpose purpose) throws Exception {
        var cast = story.cast();
        var about = new Subject(purpose, cast.coordinator(), "kit@alive.example", "Kit Alder", cast.agency(),
                Role.COORDINATOR, null);
        Callable<String> asking = () -> codes.issue(about,
                purpose == Purpose.RECOVERY
                        ? Stream.generate(UUID::randomUUID).limit(2).toList()
                        : java.util.List.of());
        var issued = new ArrayList<String>();
        try (var many = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> one : many.invokeAll(java.util.Collections.nCopies(AT_ONCE, asking)))
                issued.add(one.get());
        }
        assertThat(issued).doesNotHaveDuplicates().hasSize(AT_ONCE);
        assertThat(issued.stream().filter(code -> codes.find(purpose, code).isPresent())).hasSize(1);
        assertThat(codes.find(purpose, codes.issue(about, purpose == Purpose.RECOVERY
                ? Stream.generate(UUID::randomUUID).limit(2).toList()
                : java.util.List.of()))).isPresent();
        var alive = ONE_TIME_CODE.PERSON_ID.eq(cast.coordinator()).and(ONE_TIME_CODE.PURPOSE.eq(purpose.name()));
        assertThatThrownBy(() -> db.update(ONE_TIME_CODE).setNull(ONE_TIME_CODE.USED_AT).where(alive).execute())
                .as("the database has room for one").isInstanceOf(IntegrityConstraintViolationException.class);
    }
}
