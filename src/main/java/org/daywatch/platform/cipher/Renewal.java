package org.daywatch.platform.cipher;

import java.util.List;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings everything that is kept encrypted to the newest key, one organization and kind after the other. */
@Component
public class Renewal {

    private final Tenants tenants;
    private final List<EncryptedRecords> kinds;
    private final DataKeys keys;
    private final TransactionTemplate transaction;

    Renewal(Tenants tenants, List<EncryptedRecords> kinds, DataKeys keys, PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.kinds = kinds;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many records were encrypted anew */
    public int run() {
        int done = 0;
        for (var tenant : tenants.list()) {
            for (var kind : kinds)
                done += Tenancy.as(Scope.system(tenant.id()), () -> transaction.execute(t -> kind.renew()));
        }
        return done;
    }

    /**
     * A new key, everything under it, and all but the key before it forgotten. Where it failed midway it is simply run
     * again.
     */
    public int withNewKey() {
        keys.newest();
        keys.renew();
        int done = run();
        keys.forgetOlder();
        return done;
    }
}
