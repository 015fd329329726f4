package org.daywatch._story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.daywatch.platform.errors.RefusalCode;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.springframework.context.ApplicationContext;

/** Officers reach for the same place in the same instant, again and again. */
public final class LastPlace {

    private final Acceptances acceptances;
    private final PostedDay day;
    private final List<PostedDay.Officer> officers;

    public LastPlace(ApplicationContext app, PostedDay day, List<PostedDay.Officer> officers) {
        this.acceptances = app.getBean(Acceptances.class);
        this.day = day;
        this.officers = officers;
    }

    /** @param nanos of the winning acceptance, from the signal to its commit */
    public record Win(UUID post, UUID shift, PostedDay.Officer officer, long nanos) {}

    public record Result(List<Win> winners, List<RefusalCode> refusals) {}

    public Result rounds(int rounds, Instant first, Duration each) throws Exception {
        var winners = new ArrayList<Win>();
        var refusals = new ArrayList<RefusalCode>();
        try (var threads = Executors.newFixedThreadPool(officers.size())) {
            for (int i = 0; i < rounds; i++) {
                UUID post = day.post(first.plus(each.multipliedBy(i)), each);
                var start = new CyclicBarrier(officers.size());
                var tries = officers.stream().map(officer -> threads.submit((Callable<Object>) () -> {
                    start.await();
                    long began = System.nanoTime();
                    try {
                        UUID shift = Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                                () -> acceptances.accept(officer.person(), post));
                        return new Win(post, shift, officer, System.nanoTime() - began);
                    } catch (Refused refused) {
                        return refused.code();
                    }
                })).toList();
                for (var one : tries) {
                    if (one.get() instanceof Win win) winners.add(win);
                    else refusals.add((RefusalCode) one.get());
                }
            }
        }
        return new Result(winners, refusals);
    }
}
