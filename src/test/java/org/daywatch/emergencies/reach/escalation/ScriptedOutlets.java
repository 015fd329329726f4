package org.daywatch.emergencies.reach.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.helpcalls.HelpCalls;
import org.daywatch.emergencies.reach.ReachStore;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Elapsed;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Gateways that say what the test writes: taken, lost, late, never. */
public final class ScriptedOutlets {

    public record Offered(Way way, UUID person, String subject, Instant expires) {}

    private final List<Offered> offered = new ArrayList<>();
    private final List<UUID> expired = new ArrayList<>();
    private final Map<Way, Attempt.Fate> says = new EnumMap<>(Way.class);
    private final Map<UUID, Way> deliveries = new HashMap<>();
    private UUID broken;

    public Escalation escalation(ApplicationContext app, Elapsed elapsed) {
        return new Escalation(app.getBean(AttemptStore.class), app.getBean(ReachStore.class),
                app.getBean(ProgramRules.class), app.getBean(Campuses.class), app.getBean(AlertMessage.class),
                app.getBean(ExerciseAudiences.class), elapsed, app.getBean(HelpCalls.class),
                List.of(new Scripted(Way.PUSH), new Scripted(Way.SMS), new Scripted(Way.EMAIL)),
                app.getBean(PlatformTransactionManager.class));
    }

    private final class Scripted implements Outlet {

        private final Way way;

        private Scripted(Way way) {
            this.way = way;
        }

        @Override
        public Way way() {
            return way;
        }

        @Override
        public Optional<UUID> offer(Offer offer) {
            if (offer.person().equals(broken)) throw new IllegalStateException("this one breaks");
            offered.add(new Offered(way, offer.person(), offer.notice().words().in("en").subject(),
                    offer.notice().expiresAt()));
            UUID id = Ids.next();
            deliveries.put(id, way);
            return Optional.of(id);
        }

        @Override
        public Map<UUID, News> news(UUID organization, Collection<UUID> ids) {
            var news = new HashMap<UUID, News>();
            for (var id : ids)
                if (says.containsKey(deliveries.get(id))) news.put(id, new News(says.get(deliveries.get(id)), ""));
            return news;
        }

        @Override
        public void expire(UUID organization, Collection<UUID> ids) {
            expired.addAll(ids);
        }
    }

    public void says(Way way, Attempt.Fate fate) {
        says.put(way, fate);
    }

    public void breaksFor(UUID person) {
        broken = person;
    }

    public List<Offered> offered() {
        return offered;
    }

    public List<UUID> offeredTo(Way way) {
        return offered.stream().filter(o -> o.way() == way).map(Offered::person).toList();
    }

    public List<Way> ways(UUID person) {
        return offered.stream().filter(o -> o.person().equals(person)).map(Offered::way).toList();
    }

    public List<String> subjects() {
        return offered.stream().map(Offered::subject).toList();
    }

    public List<UUID> expired() {
        return expired;
    }
}
