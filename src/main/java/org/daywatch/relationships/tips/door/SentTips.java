package org.daywatch.relationships.tips.door;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.daywatch.platform.cipher.KeyFile;
import org.daywatch.platform.cipher.Sealed;
import org.daywatch.relationships.tips.ring.TipAnswer;

/**
 * A form that is sent twice keeps one tip. In memory alone and until the quarter hour is over: a hash of the form under
 * a key of this process, what became of it, and for one minute its receipt, for whoever pressed twice.
 */
final class SentTips {

    private final Clock clock;
    private final Duration bucket;
    private final Duration receipts;
    private final byte[] key = KeyFile.secret();
    private final Map<String, Sent> sent = new HashMap<>();

    /** @param receipts so long one that was sent again is told its receipt */
    SentTips(Clock clock, Duration bucket, Duration receipts) {
        this.clock = clock;
        this.bucket = bucket;
        this.receipts = receipts;
    }

    static final class Sent {

        private final long bucket;
        private final CompletionStage<TipAnswer> answer;
        private volatile String receipt;

        private Sent(long bucket, CompletionStage<TipAnswer> answer, String receipt) {
            this.bucket = bucket;
            this.answer = answer;
            this.receipt = receipt;
        }

        CompletionStage<TipAnswer> answer() {
            return answer;
        }

        /** Empty once it was shown and a minute has passed. */
        Optional<String> receipt() {
            return receipt.isEmpty() ? Optional.empty() : Optional.of(receipt);
        }
    }

    /**
     * @param form its number and everything in it: other words are another tip
     * @param send with this receipt
     */
    synchronized Sent once(String form, String receipt, Supplier<CompletionStage<TipAnswer>> send) {
        long now = Math.floorDiv(clock.millis(), bucket.toMillis());
        sent.values().removeIf(one -> one.bucket < now);
        var name = HexFormat.of().formatHex(Sealed.derived(key, form));
        var before = sent.get(name);
        if (before != null) return before;
        var made = new Sent(now, send.get(), receipt);
        sent.put(name, made);
        made.answer.thenAcceptAsync(answer -> told(name, made, answer)); // the ring may tell while it is locked
        return made;
    }

    private void told(String name, Sent made, TipAnswer answer) {
        if (!(answer instanceof TipAnswer.Kept)) forget(name, made);
        else
            CompletableFuture.delayedExecutor(receipts.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> made.receipt = "");
    }

    private synchronized void forget(String name, Sent made) {
        sent.remove(name, made);
    }

    /** Called every few seconds. */
    synchronized void forgetOlder() {
        long now = Math.floorDiv(clock.millis(), bucket.toMillis());
        sent.values().removeIf(one -> one.bucket < now);
    }

    synchronized int remembered() {
        return sent.size();
    }
}
