comment on schema prevention is 'Rounds, assessments and what was found, until it is mended';
