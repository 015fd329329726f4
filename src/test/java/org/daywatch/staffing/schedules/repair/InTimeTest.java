package org.daywatch.staffing.schedules.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Nobody waits longer for an answer than was said, whatever the one who works it out does. */
class InTimeTest {

    private static final Runnable NOTHING = () -> {};

    private static long in(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }

    @Test
    void whatIsDoneInTimeIsTheAnswer() {
        assertThat(InTime.by(in(60), () -> "done", NOTHING)).isEqualTo("done");
    }

    @Test
    void whatWouldNeverEndIsStoppedAndLeftAlone() throws InterruptedException {
        var ended = new CountDownLatch(1);
        var stop = new CountDownLatch(1);
        assertThat(InTime.by(in(0.05), () -> {
            try {
                stop.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ended.countDown();
            return "too late";
        }, stop::countDown)).isNull();
        assertThat(ended.await(60, TimeUnit.SECONDS)).as("it was asked to end").isTrue();
    }

    @Test
    void aTimeThatIsOverIsNoAnswerAndWhatGoesWrongIsSaid() {
        var stopped = new AtomicBoolean();
        var never = new CountDownLatch(1);
        assertThat(InTime.by(in(-1), () -> {
            try {
                never.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "too late";
        }, () -> stopped.set(true))).isNull();
        assertThat(stopped).isTrue();
        never.countDown();
        assertThatThrownBy(() -> InTime.by(in(60), () -> {
            throw new IllegalArgumentException("a seat that is not there");
        }, NOTHING)).hasRootCauseMessage("a seat that is not there");
    }
}
