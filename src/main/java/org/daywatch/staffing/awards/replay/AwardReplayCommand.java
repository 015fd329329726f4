package org.daywatch.staffing.awards.replay;

import java.util.UUID;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch award replay ID}: docs/formats/award.md. */
@Command(name = "replay", mixinStandardHelpOptions = true,
        description = "Work an award out again from its stored record alone and say whether it comes out equal, or where not.")
class AwardReplayCommand extends InstallationCommand {

    @Spec CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The award's id; its page and the audit chain name it.") UUID award;

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        var agency = agency(installation);
        try {
            var replay = Tenancy.as(Scope.system(agency), () -> installation.getBean(Replays.class).replay(award));
            return ReplayText.print(replay, json, spec.commandLine().getOut());
        } catch (NotFound missing) {
            throw new InvalidInput("ID", award.toString(),
                    "This agency made no such award; the award's page and the audit chain name its id.");
        }
    }
}
