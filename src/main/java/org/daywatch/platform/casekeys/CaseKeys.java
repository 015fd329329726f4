package org.daywatch.platform.casekeys;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.platform.cipher.KeyFile;
import org.daywatch.platform.cipher.Sealed;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Seals what belongs to a case: each text and file under a key of its own, that under the case's, that under the
 * organization's, that under the key from outside. Only the first travels with what it opens. A case's key lies in a
 * file beside the database, in no row, no log and no backup: with it goes every row and file of the case, also in the
 * backups there are.
 */
@Component
@EnableConfigurationProperties(CaseKeySettings.class)
public class CaseKeys {

    private static final String TENANT = "organization";
    /** Not an organization: the whole installation, as far as nobody knows yet whose something is. */
    private static final UUID HOUSE = new UUID(0, 0);
    private static final int KEY = 32 + Sealed.LONGER;

    private final KeyFolder folder;
    private final WrappingKey outside;
    private final Map<UUID, byte[]> tenants = new ConcurrentHashMap<>();

    @Autowired
    CaseKeys(CaseKeySettings settings, WrappingKey outside,
            @Value("${daywatch.database.directory}") Path database) {
        this(settings.folder(database), outside);
    }

    public CaseKeys(Path folder, WrappingKey outside) {
        this.folder = new KeyFolder(folder);
        this.outside = outside;
    }

    KeyFolder folder() {
        return folder;
    }

    /**
     * @param place which text or file of the case it is
     * @throws CaseIsShredded where its key was destroyed: nothing is added to it
     */
    public byte[] seal(UUID tenant, UUID caseId, byte[] plain, String place) {
        byte[] own = KeyFile.secret();
        byte[] wrapped = Sealed.seal(caseKey(tenant, caseId), own, place(tenant, caseId, place));
        byte[] sealed = Sealed.seal(own, plain, place(tenant, caseId, place));
        return ByteBuffer.allocate(wrapped.length + sealed.length).put(wrapped).put(sealed).array();
    }

    /**
     * @return empty where the key of the case is gone
     * @throws IllegalStateException where it was changed, or belongs to another case or place
     */
    public Optional<byte[]> open(UUID tenant, UUID caseId, byte[] sealed, String place) {
        return folder.find(tenant, caseId.toString()).map(wrapped -> {
            byte[] key = unwrapped(tenant, caseId, wrapped);
            return Sealed.open(key, ByteBuffer.wrap(sealed, 0, KEY), place(tenant, caseId, place))
                    .flatMap(own -> Sealed.open(own, ByteBuffer.wrap(sealed, KEY, sealed.length - KEY),
                            place(tenant, caseId, place)))
                    .orElseThrow(() -> new IllegalStateException("The " + place
                            + " cannot be read: it was changed, or belongs to another case."));
        });
    }

    /**
     * A key of the whole installation for one purpose, kept and copied with the others; it opens no case.
     *
     * @param purpose the same one gets the same key
     */
    public byte[] ofTheHouse(String purpose) {
        return Sealed.derived(tenantKey(HOUSE), purpose);
    }

    /** Nothing of the case opens from now on, but by a copy of the keys; see {@link KeyCopies}. */
    void destroy(UUID tenant, UUID caseId) {
        folder.destroy(tenant, caseId.toString());
    }

    private byte[] caseKey(UUID tenant, UUID caseId) {
        String name = caseId.toString();
        var kept = folder.find(tenant, name);
        if (kept.isEmpty())
            kept = folder.keep(tenant, name, Sealed.seal(tenantKey(tenant), KeyFile.secret(), name));
        return unwrapped(tenant, caseId, kept.orElseThrow(() -> new CaseIsShredded(caseId)));
    }

    private byte[] unwrapped(UUID tenant, UUID caseId, byte[] wrapped) {
        return Sealed.open(tenantKey(tenant), ByteBuffer.wrap(wrapped), caseId.toString())
                .orElseThrow(() -> new IllegalStateException("The key of case " + caseId
                        + " does not open: it was changed, or is another organization's."));
    }

    /** Asked for once: a service that keeps keys may be slow. */
    private byte[] tenantKey(UUID tenant) {
        return tenants.computeIfAbsent(tenant, id -> {
            String place = "key of organization " + id;
            byte[] kept = folder.find(id, TENANT)
                    .or(() -> folder.keep(id, TENANT, outside.wrap(KeyFile.secret(), place))).orElseThrow();
            return outside.unwrap(kept, place);
        });
    }

    private static String place(UUID tenant, UUID caseId, String place) {
        return tenant + " " + caseId + " " + place;
    }
}
