package org.daywatch.directory.districts;

import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.setup.SetupStep;
import org.daywatch.platform.setup.SetupStep.Reading;
import org.daywatch.platform.setup.SetupStep.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hall's part of setting up: districts, schools, their year and their bells. */
@Configuration(proxyBeanMethods = false)
class DirectorySteps {

    @Bean
    SetupStep districtStep(DistrictRegister register) {
        return new SetupStep("district", 60, true, Permission.SCHOOLS_EDIT, () -> {
            int districts = register.list().size();
            return Reading.of(districts == 0 ? State.NOT_BEGUN : State.DONE, districts == 0 ? "none" : "done",
                    districts == 0 ? "/districts/new" : "/districts", districts);
        });
    }

    @Bean
    SetupStep schoolStep(DistrictRegister register) {
        return new SetupStep("schools", 70, true, Permission.SCHOOLS_EDIT, () -> {
            var districts = register.list();
            long with = districts.stream().filter(d -> d.schools() > 0).count();
            long schools = districts.stream().mapToLong(District.Progress::schools).sum();
            return Reading.of(schools == 0 ? State.NOT_BEGUN : with < districts.size() ? State.BEGUN : State.DONE,
                    schools == 0 ? "none" : with < districts.size() ? "some" : "done",
                    with < districts.size() ? "/schools/new" : "/schools", schools, districts.size() - with);
        }, "/imports?take=schools");
    }

    @Bean
    SetupStep yearStep(DistrictRegister register) {
        return new SetupStep("year", 80, true, Permission.CALENDARS_EDIT, () -> {
            var all = register.all();
            return Reading.counted(all.dated(), all.schools(), "done", "/calendars");
        });
    }

    @Bean
    SetupStep bellStep(DistrictRegister register) {
        return new SetupStep("bells", 90, true, Permission.CALENDARS_EDIT, () -> {
            var all = register.all();
            return Reading.counted(all.rung(), all.schools(), "done", "/bells/templates");
        });
    }
}
