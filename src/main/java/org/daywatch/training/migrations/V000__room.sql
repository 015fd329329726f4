comment on schema training is 'What officers teach, and what was learned';
