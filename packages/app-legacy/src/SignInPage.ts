/* eslint-disable @backstage/no-relative-monorepo-imports -- the sample's people are the same in both apps, and no app is a library */
export { SampleSignInPage as SignInPage } from '../../app/src/modules/signIn/SampleSignInPage';
