package org.daywatch.platform.identity.agency;

import static org.daywatch_db.platform.Tables.AGENCY_DETAILS;
import static org.daywatch_db.platform.Tables.ORGANIZATION;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeZones;
import org.daywatch.platform.time.StateZones;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the agency of an organization says of itself. Asked often and changed seldom: an answer older than five seconds
 * is read anew for the next who asks, and none is older than a minute.
 */
@Component
public class Agencies implements HomeZones {

    private final DSLContext db;
    private final AuditLog audit;
    private final String telephone;
    private final TransactionTemplate transaction;
    private final LoadingCache<UUID, AgencyDetails> recent = Caffeine.newBuilder()
            .refreshAfterWrite(Duration.ofSeconds(5)).expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000).build(this::read);

    Agencies(DSLContext db, AuditLog audit, @Value("${daywatch.desk.telephone:}") String telephone,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.audit = audit;
        this.telephone = telephone.strip();
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** A logo as it is served. */
    public record Logo(String type, byte[] bytes) {}

    /**
     * The zone of the agency that an organization is or belongs to; the one its state mostly lives by where it has not
     * said.
     */
    @Override
    public ZoneId zone(UUID org) {
        return of(org).zone();
    }

    /** Where people of this organization call the agency; the environment wins; empty where nobody said. */
    public String telephone(UUID org) {
        return telephone.isEmpty() ? of(org).telephone() : telephone;
    }

    public boolean telephoneSetOutside() {
        return !telephone.isEmpty();
    }

    /** @param org the agency itself, or a district or department of it */
    public AgencyDetails of(UUID org) {
        return recent.get(org);
    }

    /** As it is stored this moment, for whoever is about to change it. */
    public AgencyDetails stored(UUID org) {
        return read(org);
    }

    private AgencyDetails read(UUID org) {
        var agency = agency(org);
        return reading(agency, () -> {
            var name = db.select(ORGANIZATION.NAME).from(ORGANIZATION).where(ORGANIZATION.ID.eq(agency))
                    .fetchOptional(ORGANIZATION.NAME).orElse("");
            var otherwise = usual(agency);
            var d = AGENCY_DETAILS;
            return db.select(d.ZONE, d.ADDRESS, d.TELEPHONE, d.LOGO_TYPE, d.VERSION).from(d).where(d.ORG_ID.eq(agency))
                    .fetchOptional(r -> new AgencyDetails(name, ZoneId.of(r.get(d.ZONE)), r.get(d.ADDRESS),
                            r.get(d.TELEPHONE), r.get(d.LOGO_TYPE) != null, r.get(d.VERSION)))
                    .orElseGet(() -> new AgencyDetails(name, otherwise, "", "", false, 0));
        });
    }

    private ZoneId usual(UUID agency) {
        return db.select(ORGANIZATION.STATE).from(ORGANIZATION).where(ORGANIZATION.ID.eq(agency))
                .fetchOptional(ORGANIZATION.STATE).flatMap(StateZones::usual).orElse(ZoneOffset.UTC);
    }

    private UUID agency(UUID org) {
        return reading(org, () -> db.select(ORGANIZATION.PARENT_ID).from(ORGANIZATION).where(ORGANIZATION.ID.eq(org))
                .fetchOptional(ORGANIZATION.PARENT_ID)).orElse(org);
    }

    public Optional<Logo> logo(UUID org) {
        var agency = agency(org);
        return as(agency,
                () -> db.select(AGENCY_DETAILS.LOGO_TYPE, AGENCY_DETAILS.LOGO).from(AGENCY_DETAILS)
                        .where(AGENCY_DETAILS.ORG_ID.eq(agency)).and(AGENCY_DETAILS.LOGO.isNotNull())
                        .fetchOptional(r -> new Logo(r.get(AGENCY_DETAILS.LOGO_TYPE), r.get(AGENCY_DETAILS.LOGO))));
    }

    /**
     * Says it anew. @throws Stale when somebody else did meanwhile @throws InvalidInput when another agency here has
     * that name
     */
    public void save(UUID agency, AgencyDetails said) {
        try {
            store(agency, said);
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("agency", said.name(), "agency.error.taken");
        }
        recent.invalidateAll();
    }

    private void store(UUID agency, AgencyDetails said) {
        as(agency, () -> {
            db.update(ORGANIZATION).set(ORGANIZATION.NAME, said.name()).where(ORGANIZATION.ID.eq(agency)).execute();
            var d = AGENCY_DETAILS;
            int saved = db.insertInto(d).set(d.ORG_ID, agency).set(d.ZONE, said.zone().getId())
                    .set(d.ADDRESS, said.address()).set(d.TELEPHONE, said.telephone()).set(d.VERSION, 1)
                    .onConflict(d.ORG_ID).doUpdate().set(d.ZONE, said.zone().getId()).set(d.ADDRESS, said.address())
                    .set(d.TELEPHONE, said.telephone())
                    .set(d.VERSION, d.VERSION.plus(1)).where(d.VERSION.eq(said.version())).execute();
            if (saved == 0) throw new Stale("agency " + agency);
            audit.act("AgencyChanged", "organization " + agency,
                    Map.of("name", said.name(), "zone", said.zone().getId(), "telephone", said.telephone()));
            return saved;
        });
    }

    public void draw(UUID agency, CleanPicture picture) {
        as(agency, () -> {
            var d = AGENCY_DETAILS;
            audit.act("AgencyLogoChanged", "organization " + agency, Map.of("type", picture.mediaType()));
            return db.insertInto(d).set(d.ORG_ID, agency).set(d.ZONE, usual(agency).getId())
                    .set(d.LOGO, picture.bytes()).set(d.LOGO_TYPE, picture.mediaType())
                    .onConflict(d.ORG_ID).doUpdate().set(d.LOGO, picture.bytes()).set(d.LOGO_TYPE, picture.mediaType())
                    .execute();
        });
        recent.invalidateAll();
    }

    /**
     * In the transaction that runs, where it is that organization's: asked from within one, nobody waits for a second
     * connection.
     */
    private <R> R reading(UUID org, java.util.function.Supplier<R> work) {
        boolean here = TransactionSynchronizationManager.isActualTransactionActive()
                && Tenancy.current().map(Scope::tenant).filter(org::equals).isPresent();
        return here ? work.get() : as(org, work);
    }

    /** In a transaction of its own, bound to that organization whatever is bound around it. */
    private <R> R as(UUID org, java.util.function.Supplier<R> work) {
        var person = Tenancy.current().map(Scope::person).orElse(null);
        return Tenancy.as(new Scope(org, person), () -> transaction.execute(t -> work.get()));
    }
}
