package org.daywatch.platform.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever sends a byte now and then keeps no place; whoever waits for an answer keeps theirs. */
class ConnectionPatienceTest {

    private static EmbeddedChannel came(Places places) {
        var channel = new EmbeddedChannel(new ConnectionPatience(places));
        channel.freezeTime();
        return channel;
    }

    private static void bytes(EmbeddedChannel channel) {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {'P'}));
    }

    private static void later(EmbeddedChannel channel, int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    @Test
    void aRequestThatTricklesInIsOverAfterItsTimeHoweverOftenAByteComes() {
        var channel = came(new HeardLongestAgo(10));
        for (int second = 0; second < 9; second++) {
            bytes(channel);
            later(channel, 1);
            assertThat(channel.isOpen()).as("after %d seconds", second + 1).isTrue();
        }
        bytes(channel);
        later(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoeverWaitsForTheirAnswerIsNotSentAwayAndThenHasTimeToReadIt() {
        var channel = came(new HeardLongestAgo(10));
        bytes(channel);
        ConnectionPatience.wholeCame(channel.pipeline().firstContext());
        later(channel, 300);
        assertThat(channel.isOpen()).isTrue();
        ConnectionPatience.answered(channel.pipeline().firstContext());
        later(channel, ConnectionPatience.QUIET_SECONDS - 1);
        assertThat(channel.isOpen()).isTrue();
        later(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void ofTooManyTheOneOfWhichNothingWasHeardForLongestGoes() {
        var places = new HeardLongestAgo(3);
        var all = IntStream.range(0, 3).mapToObj(i -> came(places)).toList();
        bytes(all.getFirst());
        var newcomer = came(places);
        all.forEach(EmbeddedChannel::runPendingTasks);
        assertThat(all).extracting(EmbeddedChannel::isOpen).containsExactly(true, false, true);
        assertThat(newcomer.isOpen()).isTrue();
    }
}
