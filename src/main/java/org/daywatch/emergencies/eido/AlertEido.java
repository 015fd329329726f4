package org.daywatch.emergencies.eido;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alert as EIDO JSON: one incident, where it is, who says so, and what was noted. Nobody is named in it but the
 * agencies.
 */
public final class AlertEido {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AlertEido() {}

    /** @param text plain; it is written as HTML5, as notes of an EIDO are */
    public record Note(Instant at, String text) {}

    /**
     * @param agency whose program says so, its name beside
     * @param state as {@code Alert.State#code()}
     * @param detail for SHELTER "HAZARD/STRATEGY"
     * @param words what is done, in a person's words
     * @param mode whether it is meant, in a person's words
     * @param location PIDF-LO of the place; empty where only words are known
     */
    public record Incident(UUID id, UUID agency, String agencyName, String site, Instant updatedAt, AlertStatus status,
            ProtocolAction action, String detail, String state,
            String words, String mode, String locationWords, String location, List<Note> notes) {}

    /** @return one JSON object, pretty printed */
    public static String of(Incident i) {
        String incident = "urn:emergency:uid:incidentid:" + i.id() + ":" + host(i.site());
        String agency = "urn:uuid:" + i.agency();
        var eido = prologue(incident, i.updatedAt(), agency);
        eido.put("eidoVersion", "1.0");
        eido.put("issuingElementIdentification", host(i.site()));
        eido.put("incidentComponent", incident(i, incident, agency));
        eido.put("agencyComponent", List.of(agency(i, agency)));
        eido.put("locationComponent", List.of(location(i, agency)));
        eido.put("notesComponent", notes(i, agency));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(eido);
    }

    private static Map<String, Object> incident(Incident i, String id, String agency) {
        var incident = prologue(id, i.updatedAt(), agency);
        incident.put("incidentTypeCommonRegistryText", type(i.status(), i.action(), i.detail()));
        incident.put("incidentTypeInternalText", i.mode() + ": " + i.words());
        incident.put("incidentTypeInternalCode", i.status() + "/" + i.action());
        incident.put("incidentStatusCommonRegistryText", List.of(status(i.state())));
        incident.put("internalIncidentId", i.id().toString());
        incident.put("locationReference", List.of(reference("urn:uuid:" + i.id() + ":location")));
        incident.put("notesReference", references(i.notes().size() + 1, i.id()));
        return incident;
    }

    private static List<Map<String, Object>> references(int notes, UUID id) {
        var all = new ArrayList<Map<String, Object>>();
        for (int n = 0; n < notes; n++) all.add(reference(noteId(id, n)));
        return all;
    }

    private static Map<String, Object> agency(Incident i, String agency) {
        var component = prologue(agency, i.updatedAt(), agency);
        component.put("agencyJcard", JSON.writeValueAsString(List.of("vcard", List
                .of(List.of("version", Map.of(), "text", "4.0"), List.of("fn", Map.of(), "text", i.agencyName())))));
        component.put("agencyRoleDescriptionRegistryText", List.of("Informational"));
        component.put("agencyType", List.of("police"));
        return component;
    }

    private static Map<String, Object> location(Incident i, String agency) {
        var component = prologue("urn:uuid:" + i.id() + ":location", i.updatedAt(), agency);
        component.put("locationTypeDescriptionRegistryText", "Incident");
        if (!i.location().isEmpty()) component.put("locationByValue", i.location());
        component.put("locationDescriptionText", i.locationWords());
        return component;
    }

    /** The first note says whether it is meant: an EIDO has no field for a drill. */
    private static List<Map<String, Object>> notes(Incident i, String agency) {
        var all = new ArrayList<Map<String, Object>>();
        var said = new ArrayList<>(List.of(new Note(i.updatedAt(), i.mode())));
        said.addAll(i.notes());
        for (int n = 0; n < said.size(); n++) {
            var note = prologue(noteId(i.id(), n), said.get(n).at(), agency);
            note.put("notesActionComments", html(said.get(n).text()));
            all.add(note);
        }
        return all;
    }

    /**
     * Of the APCO list the standard names. A drill or a test is information, whatever is drilled: no code of it may
     * send anybody.
     */
    static String type(AlertStatus status, ProtocolAction action, String detail) {
        if (status != AlertStatus.ACTUAL) return "INFO";
        return switch (action) {
            case LOCKDOWN, SECURE, EVACUATE, HELP_MEDICAL -> "ALRPANS";
            case HELP_FIGHT -> "FIGHT";
            case SHELTER -> detail.startsWith("HAZMAT/") ? "HAZMAT" : "INFO";
            case HOLD, HELP_BEHAVIOR -> "INFO";
        };
    }

    static String status(String state) {
        return switch (state) {
            case "ENDED" -> "Closed";
            case "CANCELLED" -> "Cancelled";
            default -> "Active";
        };
    }

    private static Map<String, Object> prologue(String id, Instant at, String agency) {
        var component = new LinkedHashMap<String, Object>();
        component.put("$id", id);
        component.put("lastUpdateTimeStamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        component.put("updatedByAgencyReference", reference(agency));
        return component;
    }

    private static Map<String, Object> reference(String id) {
        return Map.of("$ref", id);
    }

    private static String noteId(UUID id, int n) {
        return "urn:uuid:" + id + ":note:" + (n + 1);
    }

    private static String host(String site) {
        return site.replaceFirst("^https?://", "");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A point as PIDF-LO (RFC 5491), longitude and latitude in degrees, WGS 84. */
    public static String point(UUID id, double latitude, double longitude) {
        return "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:gp=\"urn:ietf:params:xml:ns:pidf:geopriv10\" xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                + " xmlns:gml=\"http://www.opengis.net/gml\" entity=\"pres:" + id
                + "@daywatch.invalid\"><dm:device id=\"school\"><gp:geopriv><gp:location-info>"
                + "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:pos>" + latitude + " " + longitude
                + "</gml:pos></gml:Point></gp:location-info>"
                + "<gp:usage-rules/><gp:method>Manual</gp:method></gp:geopriv></dm:device></presence>";
    }
}
