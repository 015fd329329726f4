package org.daywatch.emergencies.alerts.press;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.Shelter;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/** A press as the page sends it. A place or a note that is too long is cut, never refused: seconds count. */
public record PressForm(UUID id, AlertStatus status, ProtocolAction action, String detail, @Nullable UUID room,
        String place, String note, LaneEntry.Source source, @Nullable Instant deviceAt) {

    /** What a browser may say of itself; a device and another system have keys and come by the lane. */
    private static final List<LaneEntry.Source> OF_A_BROWSER = List.of(LaneEntry.Source.WEB, LaneEntry.Source.PHONE,
            LaneEntry.Source.KEYBOARD);

    static PressForm read(Map<String, String> form, List<Room> rooms) {
        var wrong = new ArrayList<FieldError>();
        String id = form.getOrDefault("id", "");
        var press = uuid(id);
        if (press.isEmpty()) wrong.add(new FieldError("id", id, "alert.wrong.id"));
        var status = one(AlertStatus.values(), form.getOrDefault("status", "")).orElse(null);
        if (status == null) wrong.add(new FieldError("status", form.getOrDefault("status", ""), "alert.wrong.status"));
        var action = one(ProtocolAction.values(), form.getOrDefault("action", "")).orElse(null);
        if (action == null) wrong.add(new FieldError("action", form.getOrDefault("action", ""), "alert.wrong.action"));
        String detail = action == ProtocolAction.SHELTER ? form.getOrDefault("detail", "") : "";
        if (action == ProtocolAction.SHELTER && !Shelter.pairs().contains(detail))
            wrong.add(new FieldError("detail", detail, "alert.wrong.detail"));
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        var room = rooms.stream().filter(r -> r.id().toString().equals(form.get("room"))).findFirst();
        String place = cut(form.getOrDefault("place", ""), 120);
        String where = room.map(r -> place.isEmpty() ? r.name() : r.name() + ", " + place).orElse(place);
        return new PressForm(press.get(), status, action, detail, room.map(Room::id).orElse(null), where,
                cut(form.getOrDefault("note", ""), 300), source(form.getOrDefault("source", "")),
                LaneEntry.time(form.getOrDefault("deviceAt", "")).orElse(null));
    }

    LaneEntry.Press by(Actor actor, UUID agency, UUID district, UUID school, Instant now) {
        return new LaneEntry.Press(id, agency, district, school, status, action, detail, room, place, note,
                source, actor.person(), actor.name(), deviceAt, now);
    }

    private static LaneEntry.Source source(String said) {
        return OF_A_BROWSER.stream().filter(one -> one.name().equals(said)).findFirst().orElse(LaneEntry.Source.WEB);
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst();
    }

    private static String cut(String text, int longest) {
        String said = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return said.length() <= longest ? said : said.substring(0, longest);
    }
}
