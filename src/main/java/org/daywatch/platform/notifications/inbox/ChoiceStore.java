package org.daywatch.platform.notifications.inbox;

import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.notifications.Channel;
import org.daywatch.platform.notifications.Choice;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How each person of the bound organization wants to be told. */
@Component
@Transactional
class ChoiceStore {

    private final HomeTime home;
    private final DSLContext db;

    ChoiceStore(DSLContext db, HomeTime home) {
        this.home = home;
        this.db = db;
    }

    @Transactional(readOnly = true)
    Choice of(UUID person) {
        return db.selectFrom(NOTIFICATION_CHOICE).where(NOTIFICATION_CHOICE.TENANT_ID.eq(Tenancy.tenant()))
                .and(NOTIFICATION_CHOICE.PERSON_ID.eq(person))
                .fetchOptional(r -> new Choice(
                        Arrays.stream(r.getChannels()).map(Channel::valueOf).collect(Collectors.toSet()), r.getPhone(),
                        r.getQuietFrom(), r.getQuietTo(), ZoneId.of(r.getZone())))
                .orElseGet(() -> Choice.usual(home.zone()));
    }

    void save(UUID person, Choice choice) {
        var channels = choice.channels().stream().map(Channel::name).sorted().toArray(String[]::new);
        db.insertInto(NOTIFICATION_CHOICE).set(NOTIFICATION_CHOICE.TENANT_ID, Tenancy.tenant())
                .set(NOTIFICATION_CHOICE.PERSON_ID, person)
                .set(NOTIFICATION_CHOICE.CHANNELS, channels).set(NOTIFICATION_CHOICE.PHONE, choice.phone())
                .set(NOTIFICATION_CHOICE.QUIET_FROM, choice.quietFrom())
                .set(NOTIFICATION_CHOICE.QUIET_TO, choice.quietTo())
                .set(NOTIFICATION_CHOICE.ZONE, choice.zone().getId())
                .onConflict(NOTIFICATION_CHOICE.TENANT_ID, NOTIFICATION_CHOICE.PERSON_ID).doUpdate()
                .set(NOTIFICATION_CHOICE.CHANNELS, channels).set(NOTIFICATION_CHOICE.PHONE, choice.phone())
                .set(NOTIFICATION_CHOICE.QUIET_FROM, choice.quietFrom())
                .set(NOTIFICATION_CHOICE.QUIET_TO, choice.quietTo())
                .set(NOTIFICATION_CHOICE.ZONE, choice.zone().getId()).execute();
    }
}
