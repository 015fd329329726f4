package org.daywatch.staffing.sitepacks;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agency that keeps a school's pack: the one that runs the program of its district, whoever is writing. */
@Component
@Transactional(readOnly = true)
class SitePackOwners {

    private final Organizations organizations;

    SitePackOwners(Organizations organizations) {
        this.organizations = organizations;
    }

    UUID agencyOf(Campus campus) {
        var district = organizations.find(campus.districtId())
                .orElseThrow(() -> new NotFound("district " + campus.districtId()));
        return district.parent() == null ? Tenancy.tenant() : district.parent();
    }
}
