package org.daywatch.directory.programmes.catalogue;

import static org.daywatch_db.directory.Tables.PROGRAMME;
import static org.daywatch_db.directory.Tables.PROGRAMME_REQUIREMENT;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Programme;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.programmes.catalogue.Catalogue.Entry;
import org.daywatch_db.directory.tables.records.ProgrammeRequirementRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue as the installation holds it. */
@Repository
@Transactional(readOnly = true)
public class CatalogueStore {

    private final DSLContext db;
    /** It changes with a release, and is the same for everybody. */
    private final LoadingCache<String, Catalogue> shipped = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> stored());

    CatalogueStore(DSLContext db) {
        this.db = db;
    }

    public Catalogue read() {
        return shipped.get("all");
    }

    private Catalogue stored() {
        return new Catalogue(List.copyOf(programmes()), List.copyOf(db.selectFrom(PROGRAMME_REQUIREMENT).orderBy(PROGRAMME_REQUIREMENT.CODE).fetch(CatalogueStore::demand)));
    }

    private List<Entry> programmes() {
        return db.selectFrom(PROGRAMME).orderBy(PROGRAMME.STATE, PROGRAMME.CODE).fetch(p ->
                new Entry(new Programme(p.getCode(), p.getState(), p.getName(), p.getWords()), p.getEverySchool()));
    }

    private static Demand demand(ProgrammeRequirementRecord r) {
        return new Demand(r.getCode(), r.getProgramme(), Kind.valueOf(r.getKind()), r.getSubject(), Set.of(r.getCounts().split(" ")), Counting.valueOf(r.getCounting()),
                Evidence.valueOf(r.getEvidence()), Demand.OwedBy.valueOf(r.getOwedBy()), r.getDetail(), r.getRule());
    }
}
