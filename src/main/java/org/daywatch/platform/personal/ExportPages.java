package org.daywatch.platform.personal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Everything about me, as one file. Only one's own; another person's data is never exported this way. */
@Controller
class ExportPages {

    private final List<PersonalData> rooms;
    private final AuditLog audit;
    private final Clock clock;
    private final JsonMapper json;

    ExportPages(List<PersonalData> rooms, AuditLog audit, Clock clock, JsonMapper json) {
        this.rooms = rooms;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    @Needs(value = Permission.OWN_ACCOUNT, stepUp = true)
    @GetMapping("/me/export.json")
    @Transactional
    public ResponseEntity<String> export(Actor actor) {
        audit.act("ExportedOwnData", "person " + actor.person(), Map.of());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsString(everything(actor.person())));
    }

    private Map<String, Object> everything(UUID person) {
        var all = new LinkedHashMap<String, Object>();
        all.put("schema", "daywatch.personal-data");
        all.put("version", 1);
        all.put("at", clock.instant());
        for (var room : rooms)
            room.about(person).forEach((section, rows) -> all.put(section, rows.stream().map(this::plain).toList()));
        return all;
    }

    /** Columns that hold JSON become objects, arrays become lists; everything else is as the database gives it. */
    private Map<String, Object> plain(Map<String, Object> row) {
        return row.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> switch (e.getValue()) {
            case null -> "";
            case JSONB data -> json.readTree(data.data());
            case JSON data -> json.readTree(data.data());
            case Object[] array -> List.of(array);
            case Object other -> other;
        }, (one, two) -> one, LinkedHashMap::new));
    }
}
