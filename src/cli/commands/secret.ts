import { Option, type Command } from 'commander';
import { action, withOutputOptions, type Register } from '../command.ts';
import { collect } from './options.ts';
import { authorize, type AuthorizeOptions } from './secret/authorize.ts';
import { list } from './secret/list.ts';
import { restorePrevious } from './secret/restore-previous.ts';
import { set, type SetOptions } from './secret/set.ts';
import { test } from './secret/test.ts';

const whose =
  '\nActs as the administrator of the account: the default credentials, or --profiles ({role} is administrator).\nSystems say in params/<system>/system.yml which secrets people bring, and how a value is tried.';

export const registerSecret: Register = (program, io, finish) => {
  const group = program
    .command('secret')
    .description(
      'values that people bring: set, try and rotate them, without showing them or writing them down',
    );
  const add = (usage: string, description: string, help: string): Command =>
    withOutputOptions(
      group.command(usage).description(description).addHelpText('after', `${whose}\n\nExample:\n  ${help}`),
    );

  add(
    'list <system> <environment>',
    'which secrets people bring, and whether they are set; never their values',
    'slipway secret list cloud-sync dev',
  ).action(action<[string, string], object>(io, finish, list));
  add(
    'set <system> <environment> <secret>',
    'set or rotate a secret: asked for without echo, or read from standard input; tried before it is written',
    'slipway secret set companycam prod smoke-client',
  )
    .option('--field <name>', 'only this field of its JSON; the others stay (repeatable)', collect)
    .option('--no-test', 'write it without trying it')
    .action(action<[string, string, string], SetOptions>(io, finish, set));
  add(
    'test <system> <environment> <secret>',
    'try the value that is there now',
    'slipway secret test cloud-sync dev provider',
  ).action(action<[string, string, string], object>(io, finish, test));
  add(
    'restore-previous <system> <environment> <secret>',
    'make the value before the current one current again',
    'slipway secret restore-previous companycam prod smoke-client',
  ).action(action<[string, string, string], object>(io, finish, restorePrevious));
  add(
    'authorize <system> <environment> <secret>',
    'get the first refresh token of OAuth: a person consents in a browser, the token goes straight into the secret',
    'slipway secret authorize cloud-sync dev provider',
  )
    .addOption(new Option('--timeout <minutes>', 'how long to wait for the person').default('10'))
    .action(action<[string, string, string], AuthorizeOptions>(io, finish, authorize));
};
