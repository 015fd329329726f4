package org.daywatch.relationships.threats;

import static org.daywatch_db.relationships.Tables.THREAT_CASE;
import static org.daywatch_db.relationships.Tables.THREAT_WORD;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.relationships.threats.cases.Stage;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which cases were given to a person, and which words they gave or wrote down. What is written there is about a student
 * and stays where it is read with a reason; so does which case it was. A student has no account: their parent is given
 * the page of the case.
 */
@Component
@Transactional(readOnly = true)
class ThreatData implements PersonalData {

    private static final String WITHHELD = "WITHHELD_ABOUT_A_STUDENT";

    private final DSLContext db;
    private final ThreatStore cases;
    private final ThreatDoor door;
    private final HomeTime home;

    ThreatData(DSLContext db, ThreatStore cases, ThreatDoor door, HomeTime home) {
        this.db = db;
        this.cases = cases;
        this.door = door;
        this.home = home;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var w = THREAT_WORD;
        return Map.of("threatAssessmentsGivenToMe",
                cases.of(person).stream().filter(c -> door.readers(c).containsValue(person)).map(ThreatData::plain)
                        .toList(),
                "threatWordsGiven", words(w.PERSON_ID.eq(person)), "threatWordsWrittenDown",
                words(w.ENTERED_BY.eq(person).and(w.PERSON_ID.isNull())));
    }

    private static Map<String, Object> plain(ThreatCase c) {
        return Map.of("opened_on", c.openedOn(), "stage", c.stage(), "written", WITHHELD);
    }

    /** Not of a case whose day to fade has come, and that goes this night. */
    private List<Map<String, Object>> words(Condition whose) {
        var w = THREAT_WORD;
        var c = THREAT_CASE;
        return db.select(w.PART, w.ABOUT, w.DAY).from(w).join(c).on(c.DISTRICT_ID.eq(w.DISTRICT_ID))
                .and(c.ID.eq(w.CASE_ID)).where(whose)
                .and(c.STAGE.ne(Stage.TRANSIENT.name()).or(c.FADES_ON.gt(home.today()))).orderBy(w.DAY).fetchMaps()
                .stream().map(row -> {
                    row.put("written", WITHHELD);
                    return row;
                }).toList();
    }
}
