package org.daywatch.directory.programs.catalog;

import static org.daywatch_db.directory.Tables.PROGRAM;
import static org.daywatch_db.directory.Tables.PROGRAM_REQUIREMENT;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Program;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.programs.catalog.Catalog.Entry;
import org.daywatch_db.directory.tables.records.ProgramRequirementRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The catalog as the installation holds it. */
@Repository
@Transactional(readOnly = true)
public class CatalogStore {

    private final DSLContext db;
    /** It changes with a release, and is the same for everybody. */
    private final LoadingCache<String, Catalog> shipped = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1))
            .build(all -> stored());

    CatalogStore(DSLContext db) {
        this.db = db;
    }

    public Catalog read() {
        return shipped.get("all");
    }

    private Catalog stored() {
        return new Catalog(List.copyOf(programs()), List.copyOf(
                db.selectFrom(PROGRAM_REQUIREMENT).orderBy(PROGRAM_REQUIREMENT.CODE).fetch(CatalogStore::demand)));
    }

    private List<Entry> programs() {
        return db.selectFrom(PROGRAM).orderBy(PROGRAM.STATE, PROGRAM.CODE).fetch(
                p -> new Entry(new Program(p.getCode(), p.getState(), p.getName(), p.getWords()), p.getEverySchool()));
    }

    private static Demand demand(ProgramRequirementRecord r) {
        return new Demand(r.getCode(), r.getProgram(), Kind.valueOf(r.getKind()), r.getSubject(),
                Set.of(r.getCounts().split(" ")), Counting.valueOf(r.getCounting()),
                Evidence.valueOf(r.getEvidence()), Demand.OwedBy.valueOf(r.getOwedBy()), r.getDetail(), r.getRule());
    }
}
