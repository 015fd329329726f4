package org.daywatch.emergencies.devices.hooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.devices.DeviceRefresh;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What those who set up alerts do to hooks; each act is audited and counts in the lane within two seconds. */
@Component
@Transactional
public class HookSetup {

    static final Duration TEST = Duration.ofMinutes(10);

    private final PressHooks hooks;
    private final HookSecrets secrets;
    private final AlertPlaces places;
    private final ProgramRules rules;
    private final ObjectProvider<DeviceRefresh> lane;
    private final AuditLog audit;
    private final Clock clock;
    private final HomeTime home;

    HookSetup(PressHooks hooks, HookSecrets secrets, AlertPlaces places, ProgramRules rules,
            ObjectProvider<DeviceRefresh> lane, AuditLog audit, Clock clock, HomeTime home) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.places = places;
        this.rules = rules;
        this.lane = lane;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    /** A hook and its secret, which is shown once. */
    public record Made(PressHook hook, String secret) {}

    /**
     * @param at a school's id, or "all:" and that of one of its district's schools: for all schools of that district
     */
    Made make(Actor actor, String label, String at, String buttonField, String eventField) {
        String name = label.strip().replaceAll("\\p{Cntrl}+", " ");
        if (name.isEmpty() || name.length() > 80) throw new InvalidInput("label", label, "hooks.wrong.label");
        boolean all = at.startsWith("all:");
        var school = Ids.find(all ? at.substring(4) : at).map(id -> places.get(actor, id))
                .orElseThrow(() -> new InvalidInput("at", at, "hooks.wrong.at"));
        if (all && places.only(actor).isPresent()) throw new InvalidInput("at", at, "hooks.wrong.at");
        var hook = new PressHook(places.agency(actor), Ids.next(), school.districtId(), all ? null : school.id(), name,
                path("buttonField", buttonField), path("eventField", eventField), 1,
                null, null, actor.name(), clock.instant(), null);
        hooks.add(hook);
        lane.ifAvailable(refresh -> refresh.has(hook.agency()));
        audit.act("PressHookMade", "press hook " + hook.id(), Map.of("label", name));
        return new Made(hook, secrets.of(hook.id(), 1));
    }

    private static String path(String field, String path) {
        String said = path.strip();
        if (!said.matches("[A-Za-z0-9_-]{1,40}(\\.[A-Za-z0-9_-]{1,40}){0,5}") || said.length() > 120)
            throw new InvalidInput(field, path, "hooks.wrong.path");
        return said;
    }

    /** @throws NotFound where it is none of theirs: for them it is not there */
    @Transactional(readOnly = true)
    PressHook get(Actor actor, UUID id) {
        return list(actor).stream().filter(hook -> hook.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("press hook " + id));
    }

    @Transactional(readOnly = true)
    List<PressHook> list(Actor actor) {
        var only = places.only(actor);
        return hooks.list().stream()
                .filter(hook -> only.isEmpty() || hook.school() != null && only.get().contains(hook.school())).toList();
    }

    /** Schools whose buttons a hook may have. */
    List<Campus> schools(Actor actor, PressHook hook) {
        return places.of(actor).stream().filter(
                s -> hook.school() == null ? s.districtId().equals(hook.district()) : s.id().equals(hook.school()))
                .toList();
    }

    /**
     * @param leaked the old secret ends at once; otherwise it counts for a while, so that its vendor can change over
     */
    Made rotate(Actor actor, UUID id, boolean leaked) {
        var hook = get(actor, id);
        var hours = rules.book().get("HOOK_OLD_SECRET", home.today(), "DISTRICT:" + hook.district()).number();
        hooks.rotate(id, leaked ? null : clock.instant().plus(Duration.ofHours(hours)));
        audit.act("PressHookSecretChanged", "press hook " + id, Map.of("leaked", leaked));
        return new Made(get(actor, id), secrets.of(id, hook.secretNumber() + 1));
    }

    void test(Actor actor, UUID id, boolean on) {
        get(actor, id);
        hooks.test(id, on ? clock.instant().plus(TEST) : null);
        audit.act(on ? "PressHookTestBegun" : "PressHookTestEnded", "press hook " + id, Map.of());
    }

    void revoke(Actor actor, UUID id) {
        get(actor, id);
        hooks.revoke(id, clock.instant());
        audit.act("PressHookRevoked", "press hook " + id, Map.of());
    }

    void set(Actor actor, UUID id, PressHook.Button button) {
        var hook = get(actor, id);
        if (schools(actor, hook).stream().noneMatch(s -> s.id().equals(button.school())))
            throw new InvalidInput("school", button.school().toString(), "alert.wrong.school");
        hooks.set(hook, button);
        audit.act("HookButtonSet", "press hook " + id, Map.of("button", button.button(), "school", button.school(),
                "action", button.action(), "status", button.status()));
    }

    void remove(Actor actor, UUID id, String button) {
        get(actor, id);
        if (!hooks.remove(id, button)) throw new NotFound("button " + button);
        audit.act("HookButtonRemoved", "press hook " + id, Map.of("button", button));
    }
}
