package org.daywatch.emergencies.devices.hooks;

import static org.daywatch_db.emergencies.Tables.HOOK_BUTTON;
import static org.daywatch_db.emergencies.Tables.HOOK_MESSAGE;
import static org.daywatch_db.emergencies.Tables.PRESS_HOOK;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch_db.emergencies.tables.records.HookButtonRecord;
import org.daywatch_db.emergencies.tables.records.PressHookRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Hooks, their buttons and what came in by them, as rows. */
@Repository
@Transactional
public class PressHooks {

    private static final int KEPT = 100; // messages of one hook

    private final DSLContext db;

    PressHooks(DSLContext db) {
        this.db = db;
    }

    void add(PressHook h) {
        db.insertInto(PRESS_HOOK).set(PRESS_HOOK.AGENCY_ID, h.agency()).set(PRESS_HOOK.ID, h.id())
                .set(PRESS_HOOK.DISTRICT_ID, h.district()).set(PRESS_HOOK.SCHOOL_ID, h.school())
                .set(PRESS_HOOK.LABEL, h.label()).set(PRESS_HOOK.BUTTON_FIELD, h.buttonField())
                .set(PRESS_HOOK.EVENT_FIELD, h.eventField())
                .set(PRESS_HOOK.SECRET_NUMBER, h.secretNumber()).set(PRESS_HOOK.MADE_BY, h.madeBy())
                .set(PRESS_HOOK.MADE_AT, h.madeAt()).execute();
    }

    /** The next secret counts from now on. @param oldUntil so long the one before it counts too; null: not at all */
    void rotate(UUID hook, @Nullable Instant oldUntil) {
        db.update(PRESS_HOOK).set(PRESS_HOOK.SECRET_NUMBER, PRESS_HOOK.SECRET_NUMBER.plus(1))
                .set(PRESS_HOOK.OLD_UNTIL, oldUntil).where(PRESS_HOOK.ID.eq(hook)).execute();
    }

    void test(UUID hook, @Nullable Instant until) {
        db.update(PRESS_HOOK).set(PRESS_HOOK.TESTING_UNTIL, until).where(PRESS_HOOK.ID.eq(hook)).execute();
    }

    void revoke(UUID hook, Instant now) {
        db.update(PRESS_HOOK).set(PRESS_HOOK.REVOKED_AT, now).where(PRESS_HOOK.ID.eq(hook))
                .and(PRESS_HOOK.REVOKED_AT.isNull()).execute();
    }

    @Transactional(readOnly = true)
    Optional<PressHook> find(UUID hook) {
        return list(PRESS_HOOK.ID.eq(hook)).stream().findFirst();
    }

    /** Of the organization that is bound, newest first; those that ended too. */
    @Transactional(readOnly = true)
    List<PressHook> list() {
        return list(org.jooq.impl.DSL.noCondition());
    }

    @Transactional(readOnly = true)
    List<PressHook> living() {
        return list(PRESS_HOOK.REVOKED_AT.isNull());
    }

    private List<PressHook> list(Condition which) {
        return db.selectFrom(PRESS_HOOK).where(which).orderBy(PRESS_HOOK.MADE_AT.desc(), PRESS_HOOK.ID)
                .fetch(PressHooks::hook);
    }

    private static PressHook hook(PressHookRecord r) {
        return new PressHook(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getLabel(),
                r.getButtonField(), r.getEventField(), r.getSecretNumber(),
                r.getOldUntil(), r.getTestingUntil(), r.getMadeBy(), r.getMadeAt(), r.getRevokedAt());
    }

    /** What the button means from now on. */
    void set(PressHook hook, PressHook.Button b) {
        var row = db.newRecord(HOOK_BUTTON);
        row.setAgencyId(hook.agency());
        row.setHookId(hook.id());
        row.setButton(b.button());
        row.setDistrictId(hook.district());
        row.setSchoolId(b.school());
        row.setRoomId(b.room());
        row.setPlace(b.place());
        row.setAction(b.action().name());
        row.setDetail(b.detail());
        row.setStatus(b.status().name());
        row.setSetBy(b.setBy());
        row.setSetAt(b.setAt());
        db.insertInto(HOOK_BUTTON).set(row).onConflict(HOOK_BUTTON.AGENCY_ID, HOOK_BUTTON.HOOK_ID, HOOK_BUTTON.BUTTON)
                .doUpdate().set(row).execute();
    }

    /** @return false where the hook has no such button */
    boolean remove(UUID hook, String button) {
        return db.deleteFrom(HOOK_BUTTON).where(HOOK_BUTTON.HOOK_ID.eq(hook)).and(HOOK_BUTTON.BUTTON.eq(button))
                .execute() == 1;
    }

    /** By hook, then by the vendor's name of the button. */
    @Transactional(readOnly = true)
    Map<UUID, Map<String, PressHook.Button>> buttons(Collection<UUID> hooks) {
        var all = new HashMap<UUID, Map<String, PressHook.Button>>();
        db.selectFrom(HOOK_BUTTON).where(HOOK_BUTTON.HOOK_ID.in(hooks)).orderBy(HOOK_BUTTON.PLACE, HOOK_BUTTON.BUTTON)
                .forEach(r -> all.computeIfAbsent(r.getHookId(), h -> new java.util.LinkedHashMap<>())
                        .put(r.getButton(), button(r)));
        return all;
    }

    private static PressHook.Button button(HookButtonRecord r) {
        return new PressHook.Button(r.getButton(), r.getSchoolId(), r.getRoomId(), r.getPlace(),
                ProtocolAction.valueOf(r.getAction()), r.getDetail(),
                AlertStatus.valueOf(r.getStatus()), r.getSetBy(), r.getSetAt());
    }

    /** The last hundred of each hook stay. */
    void write(List<PressHook.Message> messages) {
        for (var m : messages) {
            var hook = find(m.hook());
            if (hook.isEmpty()) continue;
            db.insertInto(HOOK_MESSAGE).set(HOOK_MESSAGE.AGENCY_ID, hook.get().agency()).set(HOOK_MESSAGE.ID, m.id())
                    .set(HOOK_MESSAGE.DISTRICT_ID, hook.get().district())
                    .set(HOOK_MESSAGE.HOOK_ID, m.hook()).set(HOOK_MESSAGE.AT, m.at())
                    .set(HOOK_MESSAGE.BODY, m.body().replace("\0", "")).set(HOOK_MESSAGE.OUTCOME, m.outcome().name())
                    .set(HOOK_MESSAGE.PRESS, m.press()).onConflictDoNothing().execute();
        }
        messages.stream().map(PressHook.Message::hook).distinct()
                .forEach(hook -> db.deleteFrom(HOOK_MESSAGE).where(HOOK_MESSAGE.HOOK_ID.eq(hook))
                        .and(HOOK_MESSAGE.ID.notIn(
                                db.select(HOOK_MESSAGE.ID).from(HOOK_MESSAGE).where(HOOK_MESSAGE.HOOK_ID.eq(hook))
                                        .orderBy(HOOK_MESSAGE.AT.desc(), HOOK_MESSAGE.ID.desc()).limit(KEPT)))
                        .execute());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<PressHook.Message> messages(UUID hook, int most) {
        return db.selectFrom(HOOK_MESSAGE).where(HOOK_MESSAGE.HOOK_ID.eq(hook))
                .orderBy(HOOK_MESSAGE.AT.desc(), HOOK_MESSAGE.ID.desc()).limit(most)
                .fetch(r -> new PressHook.Message(r.getId(), r.getHookId(), r.getAt(), r.getBody(),
                        PressHook.Outcome.valueOf(r.getOutcome()), r.getPress()));
    }
}
