package org.daywatch.staffing.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.terms.ProhibitedWork.DepartmentList;
import org.junit.jupiter.api.Test;

class ProhibitedWorkTest {

    private static final DepartmentList EAST = new DepartmentList(new UUID(1, 1), "East", 2,
            Set.of(WorkKind.PROCESS_SERVING, WorkKind.LABOR_DISPUTE));
    private static final DepartmentList WEST = new DepartmentList(new UUID(2, 2), "West", 1,
            Set.of(WorkKind.ALCOHOL, WorkKind.TAXI));
    private static final ProhibitedWork SCREEN = ProhibitedWork.of(List.of(EAST, WEST));

    @Test
    void aDepartmentRefusesOnlyWhatItForbids() {
        assertThat(SCREEN.refusal(EAST.departmentId(), WorkKind.LABOR_DISPUTE))
                .hasValueSatisfying(r -> assertThat(r.department()).isEqualTo("East"));
        assertThat(SCREEN.refusal(WEST.departmentId(), WorkKind.LABOR_DISPUTE)).isEmpty();
    }

    @Test
    void schoolSafetyIsOpenToEveryDepartmentPrimaryFirst() {
        assertThat(SCREEN.refusals(WorkKind.SCHOOL_SAFETY)).isEmpty();
        assertThat(SCREEN.open(WorkKind.SCHOOL_SAFETY)).containsExactly(WEST, EAST);
    }

    @Test
    void forbiddenWorkGoesToThePartnerThatMayDoIt() {
        assertThat(SCREEN.open(WorkKind.ALCOHOL)).containsExactly(EAST);
    }
}
