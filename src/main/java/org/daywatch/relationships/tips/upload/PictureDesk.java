package org.daywatch.relationships.tips.upload;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.relationships.tips.thread.TipPicture;
import org.daywatch.relationships.tips.upload.SentForm.Came;

/** Draws pictures anew, one after the other: whoever sends words alone waits for none of them. */
public final class PictureDesk implements AutoCloseable {

    private static final int MOST_WAITING = 8;
    private static final byte[] NONE = {};

    private final ThreadPoolExecutor desk = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("tip-door-pictures").factory());

    /** What came of it. */
    public sealed interface Seen {

        /** @param jpeg of no length: none came, or none could be taken */
        record Fine(byte[] jpeg) implements Seen {}

        /** @param why last part of the sentence's key */
        record Wrong(String why) implements Seen {}
    }

    /** What can be told without looking at a dot; where too many come at once, there is none. */
    public CompletableFuture<Seen> look(SentForm form) {
        if (!form.chosen() || form.came() == Came.WITHOUT_A_PLACE) return completedFuture(new Seen.Fine(NONE));
        if (form.came() == Came.TOO_LARGE || form.picture().length > TipPicture.LARGEST_FILE)
            return completedFuture(new Seen.Wrong("large"));
        try {
            return CompletableFuture.<Seen>supplyAsync(
                    () -> new Seen.Fine(TipPicture.drawn(form.picture(), SentForm.PICTURE).jpeg()), desk)
                    .exceptionally(PictureDesk::wrong);
        } catch (RejectedExecutionException full) {
            return completedFuture(new Seen.Fine(NONE));
        }
    }

    private static Seen wrong(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof InvalidInput input)) return new Seen.Wrong("broken");
        String key = input.errors().getFirst().message();
        return new Seen.Wrong(key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        desk.shutdownNow();
    }
}
