package org.daywatch.emergencies.webhooks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.responders.IncidentFiles;
import org.daywatch.emergencies.responders.IncidentSheet;
import org.daywatch.emergencies.webhooks.Webhook.Event;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.texts.Texts;
import org.daywatch_db.emergencies.tables.records.WebhookDeliveryRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a receiver reads, in the form it has chosen: docs/formats/webhook.md. Nothing somebody typed but the place, no
 * name of a student, nothing of force.
 */
@Component
class WebhookBody {

    private final Campuses campuses;
    private final CheckInPlaces places;
    private final Texts texts;
    private final JsonMapper json;
    private final IncidentSheet sheets;
    private final IncidentFiles files;

    WebhookBody(Campuses campuses, CheckInPlaces places, Texts texts, JsonMapper json, IncidentSheet sheets,
            IncidentFiles files) {
        this.sheets = sheets;
        this.files = files;
        this.campuses = campuses;
        this.places = places;
        this.texts = texts;
        this.json = json;
    }

    /**
     * One step of an incident. @param action empty where it has no alert; @param commander empty while nobody commands
     */
    record Step(UUID delivery, Event event, String fact, Instant at, UUID incident, int version, AlertStatus status,
            String action, String detail, String state, String place,
            String commander, Instant begunAt) {}

    String of(WebhookDeliveryRecord r, Webhook.Format format) {
        return switch (format) {
            case EVENT -> event(r);
            case CAP -> files.cap(said(r));
            case EIDO -> files.eido(said(r));
        };
    }

    /** The alert as it was when this became true, whatever has become of it since. */
    private IncidentSheet.Sheet said(WebhookDeliveryRecord r) {
        return sheets.of(r.getIncidentId(), null).upTo(r.getFact(), r.getAt());
    }

    private String event(WebhookDeliveryRecord r) {
        var step = new Step(r.getId(), Event.valueOf(r.getEvent()), r.getFact(), r.getAt(), r.getIncidentId(),
                r.getVersion(), AlertStatus.valueOf(r.getStatus()), r.getAction(),
                r.getDetail(), r.getState(), r.getPlace(), r.getCommander(), r.getBegunAt());
        var school = campuses.find(r.getSchoolId()).orElseThrow(() -> new NotFound("school " + r.getSchoolId()));
        return json.writeValueAsString(object(step, school, places.find(school.id()).orElse(null),
                texts.of("en", "alert.mode." + step.status())));
    }

    /** @param mode the sentence that says whether it is meant */
    static Map<String, Object> object(Step s, Campus school, @Nullable CheckInPlace where, String mode) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.webhook");
        object.put("version", 1);
        object.put("delivery", s.delivery());
        object.put("event", s.event().word());
        object.put("fact", s.fact());
        object.put("at", s.at().toString());
        object.put("status", s.status());
        object.put("statusWords", mode);
        object.put("incident", incident(s));
        object.put("school", school(school, where));
        return object;
    }

    private static Map<String, Object> incident(Step s) {
        var incident = new LinkedHashMap<String, Object>();
        incident.put("id", s.incident());
        incident.put("version", s.version());
        incident.put("action", s.action().isEmpty() ? null : s.action());
        incident.put("detail", s.detail());
        incident.put("state", s.state());
        incident.put("place", s.place());
        incident.put("commander", s.commander().isEmpty() ? null : s.commander());
        incident.put("begunAt", s.begunAt().toString());
        return incident;
    }

    private static Map<String, Object> school(Campus school, @Nullable CheckInPlace where) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", school.id());
        object.put("name", school.name());
        object.put("address", where == null ? "" : where.address());
        object.put("phone", where == null ? "" : where.phone());
        object.put("latitude", where == null ? null : where.latitude());
        object.put("longitude", where == null ? null : where.longitude());
        object.put("zone", school.zone().getId());
        return object;
    }
}
