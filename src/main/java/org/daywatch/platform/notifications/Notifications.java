package org.daywatch.platform.notifications;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.HomeZones;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores what is to be told in the transaction of the fact it tells, one delivery per person and channel. What is
 * stored is sent by a worker afterward; a fact that is rolled back is told to nobody.
 */
@Component
public class Notifications {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;
    private final Clock clock;
    private final OnBehalf onBehalf;
    private final Live live;
    private final Languages languages;
    private final List<Sender> senders;
    private final HomeZones zones;
    private final boolean demo;

    Notifications(DSLContext db, Clock clock, OnBehalf onBehalf, Live live, Languages languages, List<Sender> senders,
            HomeZones zones,
            @Value("${daywatch.demo:false}") boolean demo) {
        this.db = db;
        this.clock = clock;
        this.onBehalf = onBehalf;
        this.live = live;
        this.languages = languages;
        this.senders = senders;
        this.zones = zones;
        this.demo = demo;
    }

    /** In the demonstration every channel seems to work; the worker then suppresses what would have gone out. */
    private Set<Channel> channels() {
        var open = senders.stream().filter(s -> demo || s.available()).map(Sender::channel).collect(Collectors.toSet());
        open.add(Channel.IN_APP);
        return open;
    }

    private record Recipient(UUID person, String email, Choice choice) {}

    /** @return how many people will be told */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tell(Notice notice, Audience audience) {
        var told = new int[1];
        onBehalf.run(audience.organization(),
                () -> told[0] = store(notice, audience.organization(), recipients(audience)));
        return told[0];
    }

    /** The same, without those who must not learn of it or whom it does not concern. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tellOthers(Notice notice, Audience audience, Set<UUID> not) {
        var told = new int[1];
        onBehalf.run(audience.organization(), () -> told[0] = store(notice, audience.organization(),
                recipients(audience).stream().filter(r -> !not.contains(r.person())).toList()));
        return told[0];
    }

    private int store(Notice notice, UUID organization, List<Recipient> recipients) {
        if (recipients.isEmpty()) return 0;
        Instant now = clock.instant();
        var spoken = languages.of(recipients.stream().map(Recipient::person).toList());
        var messages = new HashMap<String, UUID>();
        var channels = channels();
        for (var recipient : recipients) {
            var message = messages.computeIfAbsent(spoken.getOrDefault(recipient.person(), "en"),
                    language -> message(notice, organization, language, now));
            for (var channel : Channel.values()) {
                boolean wanted = channel == Channel.IN_APP
                        || recipient.choice().channels().contains(channel) && channels.contains(channel);
                if (wanted) delivery(organization, message, recipient, channel, notice, now);
            }
            live.ringPerson("inbox", organization, recipient.person());
        }
        return recipients.size();
    }

    /**
     * To one person by one way, whatever they chose and whatever the hour; the organization is bound already. @return
     * empty where they have no such address or the way is not configured
     */
    Optional<UUID> direct(Notice notice, UUID organization, UUID person, Channel channel) {
        var recipient = recipients(Audience.person(organization, person)).stream().findFirst();
        if (recipient.isEmpty() || !channels().contains(channel)) return Optional.empty();
        var spoken = languages.of(List.of(person));
        var message = message(notice, organization, spoken.getOrDefault(person, "en"), clock.instant());
        return delivery(organization, message, recipient.get(), channel, notice, clock.instant());
    }

    private UUID message(Notice notice, UUID organization, String language, Instant now) {
        UUID id = Ids.next();
        var words = notice.words().in(language);
        var subjects = new HashMap<String, String>();
        var bodies = new HashMap<String, String>();
        for (String other : Texts.LANGUAGES) {
            var said = other.equals(language) ? words : notice.words().in(other);
            subjects.put(other, said.subject());
            bodies.put(other, said.body());
        }
        db.insertInto(OUTBOUND_MESSAGE).set(OUTBOUND_MESSAGE.TENANT_ID, organization).set(OUTBOUND_MESSAGE.ID, id)
                .set(OUTBOUND_MESSAGE.TOPIC, notice.topic()).set(OUTBOUND_MESSAGE.SUBJECT, words.subject())
                .set(OUTBOUND_MESSAGE.BODY, words.body())
                .set(OUTBOUND_MESSAGE.SUBJECTS, inEvery(subjects)).set(OUTBOUND_MESSAGE.BODIES, inEvery(bodies))
                .set(OUTBOUND_MESSAGE.LINK, notice.link())
                .set(OUTBOUND_MESSAGE.LANE, notice.urgent() ? "URGENT" : "NORMAL")
                .set(OUTBOUND_MESSAGE.CREATED_AT, now).set(OUTBOUND_MESSAGE.EXPIRES_AT, notice.expiresAt()).execute();
        return id;
    }

    private static JSONB inEvery(Map<String, String> language) {
        return JSONB.valueOf(JSON.writeValueAsString(language));
    }

    private Optional<UUID> delivery(UUID organization, UUID message, Recipient recipient, Channel channel,
            Notice notice, Instant now) {
        String address = switch (channel) {
            case IN_APP -> "inbox";
            case EMAIL -> recipient.email();
            case SMS -> recipient.choice().phone();
        };
        if (address.isBlank()) return Optional.empty();
        UUID id = Ids.next();
        Instant due = channel == Channel.IN_APP ? now : recipient.choice().notBefore(now, notice.urgent());
        // What lies in the inbox has arrived by being stored; everything else waits for the worker.
        String state = channel == Channel.IN_APP ? "SENT" : due.isAfter(now) ? "HELD" : "WAITING";
        db.insertInto(DELIVERY).set(DELIVERY.TENANT_ID, organization).set(DELIVERY.ID, id)
                .set(DELIVERY.MESSAGE_ID, message)
                .set(DELIVERY.PERSON_ID, recipient.person()).set(DELIVERY.CHANNEL, channel.name())
                .set(DELIVERY.ADDRESS, address)
                .set(DELIVERY.STATE, state).set(DELIVERY.DUE_AT, due)
                .set(DELIVERY.SENT_AT, channel == Channel.IN_APP ? now : null).execute();
        return Optional.of(id);
    }

    private List<Recipient> recipients(Audience audience) {
        var who = switch (audience) {
            case Audience.People people -> MEMBERSHIP.PERSON_ID.in(people.persons());
            case Audience.Holders holders -> MEMBERSHIP.ROLE.eq(holders.role().name())
                    .and(holders.school() == null
                            ? DSL.noCondition()
                            : MEMBERSHIP.SCHOOL_ID.isNull().or(MEMBERSHIP.SCHOOL_ID.eq(holders.school())));
        };
        var usual = Choice.usual(zones.zone(audience.organization()));
        var byPerson = new HashMap<UUID, Recipient>(); // one person in two roles is told once
        db.select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.EMAIL, NOTIFICATION_CHOICE.CHANNELS, NOTIFICATION_CHOICE.PHONE,
                NOTIFICATION_CHOICE.QUIET_FROM,
                NOTIFICATION_CHOICE.QUIET_TO, NOTIFICATION_CHOICE.ZONE)
                .from(MEMBERSHIP).leftJoin(NOTIFICATION_CHOICE).on(NOTIFICATION_CHOICE.TENANT_ID.eq(MEMBERSHIP.ORG_ID))
                .and(NOTIFICATION_CHOICE.PERSON_ID.eq(MEMBERSHIP.PERSON_ID))
                .where(MEMBERSHIP.ORG_ID.eq(audience.organization())).and(who)
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                .forEach(r -> byPerson.put(r.get(MEMBERSHIP.PERSON_ID), new Recipient(r.get(MEMBERSHIP.PERSON_ID),
                        r.get(MEMBERSHIP.EMAIL), r.get(NOTIFICATION_CHOICE.CHANNELS) == null
                                ? usual
                                : new Choice(
                                        Arrays.stream(r.get(NOTIFICATION_CHOICE.CHANNELS)).map(Channel::valueOf)
                                                .collect(Collectors.toSet()),
                                        r.get(NOTIFICATION_CHOICE.PHONE),
                                        r.get(NOTIFICATION_CHOICE.QUIET_FROM), r.get(NOTIFICATION_CHOICE.QUIET_TO),
                                        ZoneId.of(r.get(NOTIFICATION_CHOICE.ZONE))))));
        return new ArrayList<>(byPerson.values());
    }
}
