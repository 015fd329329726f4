package org.daywatch.staffing.schedules.repair;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on a thread of its own that is left alone when its time is over: a library looks at the clock when it likes, and
 * while it prepares it does not look at all. What is left alone must touch nothing that others use.
 */
final class InTime {

    private InTime() {}

    /**
     * @param deadline in {@link System#nanoTime()}
     * @param stop asks the work to end soon, where it can
     * @return null where it was not done by then
     */
    static <T> @Nullable T by(long deadline, Supplier<? extends @Nullable T> work, Runnable stop) {
        var done = new CompletableFuture<@Nullable T>();
        Thread.ofPlatform().daemon().name("repair").start(() -> {
            try {
                done.complete(work.get());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            return done.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            stop.run();
            return null;
        } catch (InterruptedException interrupted) {
            stop.run();
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException failure) {
            throw new CompletionException(failure.getCause());
        }
    }
}
