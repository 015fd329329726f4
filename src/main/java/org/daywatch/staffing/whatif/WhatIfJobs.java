package org.daywatch.staffing.whatif;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.LeaseKeeper;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.whatif.Affected.Person;
import org.daywatch.staffing.whatif.WhatIfReplay.Judged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Replays a term in the background: officer after officer first, then week after week who else could have stood at the
 * posts that fall away. It reads only; what it finds is written beside the question, and how far it is. When its node
 * dies, another begins anew.
 */
@Component
public class WhatIfJobs {

    private static final Logger log = LoggerFactory.getLogger(WhatIfJobs.class);
    private static final int CHUNK = 100;

    private final WhatIfStore store;
    private final WhatIfInput input;
    private final Clock clock;
    private final String node = Ids.next().toString();

    WhatIfJobs(WhatIfStore store, WhatIfInput input, Clock clock) {
        this.store = store;
        this.input = input;
        this.clock = clock;
    }

    /** Takes the next one of the bound agency and replays it. @return false where none waits */
    boolean next() {
        var from = clock.instant();
        var taken = store.take(node, from);
        taken.ifPresent(one -> work(one, from));
        return taken.isPresent();
    }

    private void work(WhatIf taken, Instant from) {
        try (var lease = new LeaseKeeper(clock, from, WhatIfStore.LEASE,
                until -> store.renew(taken.id(), node, until))) {
            new Work(taken).all();
            store.end(taken.id(), node, WhatIf.State.DONE, null);
        } catch (WhatIfStore.TakenOver elsewhere) {
            log.warn("the what-if {} goes on at another node", taken.id());
        } catch (RuntimeException failure) {
            log.error("the what-if {} stopped", taken.id(), failure);
            store.end(taken.id(), node, WhatIf.State.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private final class Work {

        private final WhatIf asked;
        private final Map<UUID, List<Window>> gone = new HashMap<>(); // by officer: worked then, not under the proposal
        private final Map<UUID, List<Window>> taken = new HashMap<>(); // by officer: the other way round
        private final TreeMap<LocalDate, List<Judged>> lost = new TreeMap<>(); // by Monday
        private final TreeMap<LocalDate, List<PostFacts>> opened = new TreeMap<>();

        Work(WhatIf asked) {
            this.asked = asked;
        }

        void all() {
            var officers = input.officers(asked.from(), asked.to());
            int chunks = (officers.size() + CHUNK - 1) / CHUNK;
            store.total(asked.id(), node, officers.size());
            for (int i = 0; i < chunks; i++) {
                var chunk = officers.subList(i * CHUNK, Math.min(officers.size(), (i + 1) * CHUNK));
                var judged = input.replay(chunk, asked.from(), asked.to(), asked.proposal());
                judged.forEach(this::sort);
                store.replayed(asked.id(), node, chunk.size(), judged.size(),
                        judged.stream().mapToLong(j -> j.worked().window().minutes()).sum(),
                        judged.stream().filter(j -> !j.asItWas() && j.barrier() == null).map(j -> Affected.of(j, null))
                                .toList());
            }
            if (asked.proposal() instanceof WhatIfProposal.Calendar calendar) {
                input.opened(calendar, asked.from(), asked.to())
                        .forEach(p -> opened.computeIfAbsent(monday(p.day()), d -> new ArrayList<>()).add(p));
            }
            weeks();
        }

        private void sort(Judged j) {
            if (j.asItWas()) return;
            note(gone, j.worked().officer(), j.worked().window());
            if (j.kept()) note(taken, j.worked().officer(), j.after());
            if (j.barrier() != null)
                lost.computeIfAbsent(monday(j.worked().post().day()), d -> new ArrayList<>()).add(j);
        }

        private void weeks() {
            var weeks = Stream.concat(lost.keySet().stream(), opened.keySet().stream()).distinct().sorted().toList();
            store.more(asked.id(), node, weeks.size());
            for (var week : weeks) {
                var mine = lost.getOrDefault(week, List.of());
                var added = opened.getOrDefault(week, List.of());
                var posts = Stream
                        .concat(mine.stream()
                                .map(j -> WhatIfInput.at(j.worked().post(), j.worked().post().id(),
                                        j.worked().post().day(), j.after())),
                                added.stream())
                        .sorted(java.util.Comparator.comparing(PostFacts::window).thenComparing(PostFacts::id))
                        .toList();
                var field = input.field(posts, asked.proposal());
                var others = Refill.of(field, hours(field));
                var names = field.officers().stream()
                        .collect(Collectors.toMap(OfficerFacts::id, o -> new Person(o.id(), o.name())));
                posts.stream().filter(p -> others.containsKey(p.id()))
                        .forEach(p -> note(taken, others.get(p.id()), p.window()));
                store.weekDone(asked.id(), node,
                        Stream.concat(
                                mine.stream()
                                        .map(j -> Affected.of(j, person(names, others.get(j.worked().post().id())))),
                                added.stream().map(p -> Affected.opened(p, person(names, others.get(p.id())))))
                                .toList());
            }
        }

        private Map<UUID, HourLedger> hours(EligibilityQueries.Field field) {
            var left = new HashMap<UUID, HourLedger>();
            field.ledgers().forEach((officer, ledger) -> {
                var base = gone.containsKey(officer) ? WhatIfReplay.without(ledger, gone.get(officer)) : ledger;
                for (var more : taken.getOrDefault(officer, List.of())) base = base.with(WhatIfReplay.shift(more));
                left.put(officer, base);
            });
            return left;
        }

        private static @Nullable Person person(Map<UUID, Person> names, @Nullable UUID officer) {
            return officer == null ? null : names.get(officer);
        }

        private static void note(Map<UUID, List<Window>> map, UUID officer, @Nullable Window window) {
            if (window != null) map.computeIfAbsent(officer, o -> new ArrayList<>()).add(window);
        }

        private static LocalDate monday(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }
}
